"""Privacy notices as pages (GDPR Art. 12-14)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.api import APIField
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search import index

from privacy.notices.editor.forms import NoticePageForm
from privacy.notices.editor.panels import ConfirmPanel, ThisVersionPanel, VersionsPanel, checks_tab
from privacy.notices.pages.gated import GatedPage
from privacy.notices.pages.language import is_restricted
from privacy.notices.pages.serializers import API_FIELDS
from privacy.notices.sections.blocks import SectionsBlock, SectionsField, starting_sections
from privacy.notices.sections.data import Section
from privacy.notices.sections.resolve import resolve_sections
from privacy.notices.versions.models import title_in_force
from privacy.notices.versions.record import Wording, wording_now
from privacy.registers.details import RegisterFacts, facts_of
from privacy.registers.models.bases import ReferenceRow
from privacy.registers.models.registers import Register, RegisterJointController


@dataclass(frozen=True, slots=True)
class ShownRegisters:
    """The registers of a notice in order, the main one first, each with what it concerns.

    `joint` are the keys of those that have joint controllers; None where nobody has looked.
    """

    pairs: list[tuple[Register, str]]
    joint: Collection[int] | None = None

    def facts(self, language: str) -> list[RegisterFacts]:
        """Give what a notice shows of them in a language."""
        return facts_of(self.pairs, language, joint=self.joint)


class NoticeRegisterQuerySet(models.QuerySet["NoticeRegister"]):
    """Rows of registers in the words of the office."""

    def of_live(self, page: Any) -> "ShownRegisters":
        """Give the registers of a published notice, with all that one query can join."""
        joint = RegisterJointController.objects.filter(register=OuterRef("register"))
        rows = self.filter(page=page).select_related("register__controller__supervisory_authority")
        found = list(rows.annotate(has_joint_controllers=Exists(joint)).order_by("sort_order"))
        shared = {row.register_id for row in found if row.has_joint_controllers}
        return ShownRegisters([(row.register, row.concerns) for row in found], shared)


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


class NoticePage(GatedPage):
    """The privacy notice of one or more registers, in one language."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    main_register = models.ForeignKey(
        "privacy.Register", on_delete=models.PROTECT, null=True, editable=False, related_name="notices"
    )
    body = SectionsField(SectionsBlock(), verbose_name=_("sections"), default=starting_sections, blank=True)

    content_panels = [
        ConfirmPanel([FieldPanel("publication_reason")], heading=_("Open errors"), icon="warning"),
        *Page.content_panels,
        InlinePanel(
            "registers",
            panels=[FieldPanel("register"), FieldPanel("concerns")],
            label=_("Register"),
            heading=_("Registers"),
            min_num=1,
        ),
        ThisVersionPanel(
            [FieldPanel("version_kind"), FieldPanel("version_summary"), FieldPanel("effective_from")],
            heading=_("This version"),
            icon="history",
        ),
        FieldPanel("body"),
    ]
    version_panels = [VersionsPanel(heading=_("Versions"), icon="history"), FieldPanel("review_months")]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], _("Address"))
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            *checks_tab(),
            ObjectList(version_panels, heading=_("Versions")),
            ObjectList([*promote_panels, PublishingPanel()], heading=_("Promote")),
        ]
    )
    search_fields = [*Page.search_fields, index.SearchField("search_text")]
    parent_page_types = ["privacy.NoticeIndexPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["uuid"]
    # What anybody may read over the API: what the notice says, never its raw blocks.
    api_fields = [APIField(name, serializer=serializer) for name, serializer in API_FIELDS.items()]
    base_form_class = NoticePageForm
    template = "privacy/notice_page.html"

    class Meta:
        verbose_name = _("privacy notice")
        verbose_name_plural = _("privacy notices")

    @classmethod
    def readable(cls) -> PageQuerySet:
        """Give the published notices that anybody may read, with their titles in force."""
        notices = cls.objects.live().exclude(is_restricted())
        return notices.annotate(title_in_force=title_in_force())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; refuse a second live notice of the same main register in the same language.

        Raises ValidationError. The register is locked first, so that two editors cannot both succeed.
        """
        if self.is_converted(kwargs.get("update_fields")):
            kwargs["update_fields"] = None  # it says something by itself from now on
        with transaction.atomic():
            if self._state.adding and NoticePage.objects.filter(uuid=self.uuid).exists():
                self.uuid = uuid.uuid4()  # an alias, for which Wagtail copies every field
            if kwargs.get("update_fields") is None:
                self.main_register_id = self.find_main_register()
            super().save(*args, **kwargs)

    def with_content_json(self, content: Any) -> "NoticePage":
        """Give the page with other content, such as its source's when it is an alias; the uuid stays its own."""
        page = super().with_content_json(content)
        page.uuid = self.uuid
        return page

    def find_main_register(self) -> int | None:
        """Give the key of the first register, as it stands in this draft."""
        return next((row.register_id for row in self.register_rows()), None)

    def register_rows(self) -> list[NoticeRegister]:
        """Give the rows of registers in order; the first is the main one."""
        return sorted(self.registers.all(), key=lambda row: row.sort_order or 0)

    def shown_registers(self) -> list[int]:
        """Give the keys of the registers that the page shows."""
        return [row.register_id for row in self.register_rows()]

    def wording(self) -> Wording:
        """Give what the page says as it stands in the database."""
        return self._wording(NoticeRegister.objects.of_live(self))

    def draft_wording(self) -> Wording:
        """Give what the page says as it stands in this object, which may be a draft."""
        return self._wording(self._drafted_registers())

    def _drafted_registers(self) -> ShownRegisters:
        return ShownRegisters([(row.register, row.concerns) for row in self.register_rows()])

    def _wording(self, shown: ShownRegisters) -> Wording:
        return wording_now(
            title=self.title,
            language=self.language,
            blocks=list(self.body.raw_data),
            registers=shown.facts(self.language),
            time_zone=shown.pairs[0][0].controller.time_zone if shown.pairs else self.time_zone,
        )

    @property
    def time_zone(self) -> str:
        """The IANA time zone of the controller, by whose days the notice takes effect."""
        if self.main_register is not None:
            return self.main_register.controller.time_zone
        return settings.TIME_ZONE

    @cached_property
    def register_facts(self) -> list[RegisterFacts]:
        """What the notice shows of its registers, as they stand in this object."""
        is_draft = self.registers.is_deferring
        shown = self._drafted_registers() if is_draft else NoticeRegister.objects.of_live(self)
        return shown.facts(self.language)

    @cached_property
    def sections(self) -> list[Section]:
        """What the notice says as it stands in this object: readers see the version in force."""
        return resolve_sections(list(self.body.raw_data), self.register_facts, self.language)
