"""The registers that a notice describes."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from privacy.registers.models.bases import ReferenceRow
from privacy.registers.models.registers import RegisterJointController


class NoticeRegisterQuerySet(models.QuerySet["NoticeRegister"]):
    """Rows of registers in the words of the office."""

    def of_live(self, page: Any) -> list["NoticeRegister"]:
        """Give the rows of a published notice in order, with all that one query can join."""
        joint = RegisterJointController.objects.filter(register=OuterRef("register"))
        rows = self.filter(page=page).select_related("register__controller__supervisory_authority")
        found = list(rows.annotate(has_joint_controllers=Exists(joint)).order_by("sort_order"))
        for row in found:
            row.register.has_joint_controllers = row.has_joint_controllers
        return found


NoticeRegisterManager = models.Manager.from_queryset(NoticeRegisterQuerySet)


class NoticeRegister(ReferenceRow):
    """A register that a notice describes, with what it concerns when the notice has several."""

    page = ParentalKey("privacy.NoticePage", on_delete=models.CASCADE, related_name="registers")
    register = models.ForeignKey(
        "privacy.Register", verbose_name=_("register"), on_delete=models.PROTECT, related_name="notice_rows"
    )
    concerns = models.CharField(
        _("concerns"), max_length=200, blank=True, help_text=_("For a notice of several registers, for example: shop.")
    )

    objects: ClassVar[NoticeRegisterManager] = NoticeRegisterManager()
