"""Privacy notices as pages (GDPR Art. 12-14)."""

import logging
import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Page, Revision
from wagtail.query import PageQuerySet
from wagtail.search import index

from privacy.notices.blocks import SectionsBlock, starting_sections
from privacy.notices.fields import SectionsField
from privacy.notices.forms import NoticePageForm
from privacy.notices.language_pages import LanguagePage
from privacy.notices.neighbours import Neighbours, is_restricted, linked_ids, neighbours_of
from privacy.notices.resolve import resolve_sections
from privacy.notices.sections import Section
from privacy.notices.serializers import RegistersSerializer, SectionsSerializer
from privacy.registers.facts import RegisterFacts, facts_of
from privacy.registers.filing import Register, RegisterJointController
from privacy.registers.rows import ReferenceRow

logger = logging.getLogger("privacy.notices")


def _form_address(form: Any, register: str, request: HttpRequest) -> str:
    if form is None:
        return ""
    return f"{form.get_url(request)}?register={register}" if form.serves else form.get_url(request)


class NoticePage(LanguagePage):
    """The privacy notice of one or more registers, in one language."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    main_register = models.ForeignKey(
        "privacy.Register", on_delete=models.PROTECT, null=True, editable=False, related_name="notices"
    )
    body = SectionsField(SectionsBlock(), verbose_name=_("sections"), default=starting_sections, blank=True)

    content_panels = [
        *Page.content_panels,
        InlinePanel("registers", label=_("Register"), heading=_("Registers"), min_num=1),
        FieldPanel("body"),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], _("Address"))
    ]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    parent_page_types = ["privacy.NoticeIndexPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["uuid"]
    # What anybody may read over the API: what the notice says, never its raw blocks.
    api_fields = [
        APIField("uuid"),
        APIField("language"),
        APIField("registers", serializer=RegistersSerializer(source="register_facts")),
        APIField("sections", serializer=SectionsSerializer()),
    ]
    base_form_class = NoticePageForm
    template = "privacy/notice_page.html"

    class Meta:
        verbose_name = _("privacy notice")
        verbose_name_plural = _("privacy notices")

    @classmethod
    def readable(cls) -> PageQuerySet:
        """Give the published notices that anybody may read."""
        return cls.objects.live().exclude(is_restricted())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; refuse a second live notice of the same main register in the same language.

        Raises ValidationError. The register is locked first, so that two editors cannot both succeed.
        """
        with transaction.atomic():
            if self._state.adding and NoticePage.objects.filter(uuid=self.uuid).exists():
                self.uuid = uuid.uuid4()  # an alias, for which Wagtail copies every field
            if kwargs.get("update_fields") is None:
                self.main_register_id = self.find_main_register()
                if self.live and not self.alias_of_id and self.main_register_id:
                    list(Register.objects.select_for_update().filter(pk=self.main_register_id))
                    self.refuse_second_notice(self.main_register_id)
            super().save(*args, **kwargs)

    def with_content_json(self, content: Any) -> "NoticePage":
        """Give the page with other content, such as its source's when it is an alias; the uuid stays its own."""
        page = super().with_content_json(content)
        page.uuid = self.uuid
        return page

    def refuse_second_notice(self, register_id: int) -> None:
        """Raise ValidationError when another live notice has the same main register in this language."""
        if self.has_rival(register_id):
            raise ValidationError(
                gettext("This register already has a published notice in this language. Edit that one instead.")
            )

    def has_rival(self, register_id: int) -> bool:
        """Tell whether another live notice has the same main register in this language."""
        others = NoticePage.objects.live().filter(main_register=register_id, alias_of__isnull=True)
        return others.filter(locale=self.locale_id).exclude(pk=self.pk).exists()

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish; a scheduled notice whose register has another one by now stays a draft, and the others go on."""
        scheduled = kwargs.get("log_action") == "wagtail.publish.scheduled"
        draft = revision.as_object()
        register = draft.find_main_register()
        if scheduled and register and draft.has_rival(register):
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            NoticePage.objects.filter(pk=self.pk).update(go_live_at=None)
            logger.warning("notice %s was not published on schedule: its register has another notice", self.pk)
            return
        super().publish(revision, *args, **kwargs)

    def find_main_register(self) -> int | None:
        """Give the key of the first register, as it stands in this draft."""
        return next((row.register_id for row in self.register_rows()), None)

    def register_rows(self) -> list["NoticeRegister"]:
        """Give the rows of registers in order; the first is the main one."""
        return sorted(self.registers.all(), key=lambda row: row.sort_order or 0)

    @cached_property
    def register_facts(self) -> list[RegisterFacts]:
        """What the notice shows of its registers, in its language."""
        rows = self.register_rows() if self.registers.is_deferring else NoticeRegister.objects.of_live(self)
        return facts_of([(row.register, row.concerns) for row in rows], self.language)

    @cached_property
    def sections(self) -> list[Section]:
        """What the notice says, section by section."""
        return resolve_sections(list(self.body.raw_data), self.register_facts, self.language)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add sections, facts, and the other languages of the notice."""
        form = next(iter(self.neighbours.forms), None)
        register = next((facts.uuid for facts in self.register_facts), "")
        return {
            **super().get_context(request, *args, **kwargs),
            "sections": self.sections,
            "registers": self.register_facts,
            "linked_pages": self.neighbours.pages,
            "form_url": _form_address(form, register, request),
        }

    @cached_property
    def neighbours(self) -> Neighbours:
        """The pages that the notice speaks of: its translations, its form, and those that its text links to."""
        return neighbours_of(self, register_id=self.main_register_id, linked=linked_ids(self.body.raw_data))

    def find_language_versions(self) -> list[Page]:
        """Give the published translations; found together with the other neighbours."""
        return self.neighbours.translations


class NoticeRegisterQuerySet(models.QuerySet["NoticeRegister"]):
    """Rows of registers in the words of the office."""

    def of_live(self, page: NoticePage) -> list["NoticeRegister"]:
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

    page = ParentalKey(NoticePage, on_delete=models.CASCADE, related_name="registers")
    register = models.ForeignKey(
        "privacy.Register", verbose_name=_("register"), on_delete=models.PROTECT, related_name="notice_rows"
    )
    concerns = models.CharField(
        _("concerns"), max_length=200, blank=True, help_text=_("For a notice of several registers, for example: shop.")
    )

    objects: ClassVar[NoticeRegisterManager] = NoticeRegisterManager()
    panels = [FieldPanel("register"), FieldPanel("concerns")]
