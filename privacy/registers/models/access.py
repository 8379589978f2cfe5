"""Who may see requests made to a register: rows outside the register's revisions."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting

from privacy.registers.choices import Permission


class RegisterAccess(models.Model):
    """One permission of one group on the requests of one register; it alone decides, besides superusers."""

    group = models.ForeignKey(
        "auth.Group", verbose_name=_("group"), on_delete=models.CASCADE, related_name="register_access"
    )
    register = models.ForeignKey(
        "privacy.Register", verbose_name=_("register"), on_delete=models.CASCADE, related_name="access"
    )
    permission = models.CharField(_("permission"), max_length=20, choices=Permission)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("access to requests")
        verbose_name_plural = _("access to requests")
        constraints = [models.UniqueConstraint(fields=["group", "register", "permission"], name="register_access_once")]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.permission}"


class DefaultAccess(BaseGenericSetting):
    """Who sees the requests of new registers. The model has no permissions, so only superusers choose."""

    group = models.ForeignKey(
        "auth.Group",
        verbose_name=_("group that handles the requests of new registers"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_(
            "The group gets every permission on a register when it is first published, unless it is confidential. "
            "Another choice changes nothing for registers that are there already."
        ),
    )

    class Meta:
        verbose_name = _("default access to requests")
        verbose_name_plural = _("default access to requests")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


def default_group() -> Group | None:
    """Give the group that gets access to new registers; None where nobody chose one."""
    return Group.objects.filter(pk__in=DefaultAccess.objects.values("group")).first()


def grant_default_access(register: Any) -> None:
    """Give the default group, where the site has one, all permissions on a register."""
    if (group := default_group()) is not None:
        grant_all(group, register)


def withdraw_default_access(register: Any) -> None:
    """Take away what the default group had on a register that has become confidential."""
    RegisterAccess.objects.filter(register=register, group__in=DefaultAccess.objects.values("group")).delete()


def grant_all(group: Group, register: Any) -> None:
    """Give a group all permissions on a register that it does not have yet."""
    rows = [RegisterAccess(group=group, register=register, permission=permission) for permission in Permission.values]
    RegisterAccess.objects.bulk_create(rows, ignore_conflicts=True)


def may_administer(user: Any, register: Any) -> bool:
    """Tell whether a user may change who sees the requests of a register."""
    if user is None or user.is_superuser:
        return user is not None
    rows = RegisterAccess.objects.filter(register=register, permission=Permission.ADMINISTER)
    return rows.filter(group__in=user.groups.values("pk")).exists()
