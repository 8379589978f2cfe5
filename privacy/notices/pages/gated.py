"""A notice that is not published beside another of its register, nor with errors where the site blocks."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import Revision

from privacy.notices.compliance.choices import Gate
from privacy.notices.compliance.evaluate import check_page, check_pages
from privacy.notices.compliance.gate import refuse_open_errors, stored_findings, tell_refusal
from privacy.notices.compliance.models import chosen_gate
from privacy.notices.pages.readable import ReadablePage
from privacy.notices.versions.models import NoticeVersion
from privacy.notices.versions.record import Wording

logger = logging.getLogger("privacy.notices")


class GatedPage(ReadablePage):
    """What stands in the way of publishing, on every road; subclasses say what the page is about."""

    class Meta:
        abstract = True

    def refuse_publication(self) -> None:
        """Raise ValidationError when another live notice has the same main register in this language."""
        register = self.find_main_register()
        if register:
            self.refuse_second_notice(register)

    def refuse_second_notice(self, register_id: int) -> None:
        """Raise ValidationError when another live notice has the same main register in this language."""
        if self.has_rival(register_id):
            raise ValidationError(
                gettext("This register already has a published notice in this language. Edit that one instead.")
            )

    def has_rival(self, register_id: int) -> bool:
        """Tell whether another live notice has the same main register in this language."""
        others = type(self)._base_manager.filter(live=True, main_register=register_id, alias_of__isnull=True)
        return others.filter(locale=self.locale_id).exclude(pk=self.pk).exists()

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish; a scheduled notice that may not be published by now stays as it is, and the others go on."""
        if kwargs.get("log_action") == "wagtail.publish.scheduled" and not self._may_go_live(revision):
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            type(self)._base_manager.filter(pk=self.pk).update(go_live_at=None)
            return
        super().publish(revision, *args, **kwargs)

    def _may_go_live(self, revision: Revision) -> bool:
        draft = revision.as_object()
        register = draft.find_main_register()
        if register and draft.has_rival(register):
            logger.warning("notice %s was not published on schedule: its register has another notice", self.pk)
            return False
        if chosen_gate() != Gate.BLOCK or not draft.says_something_new():
            return True
        findings = check_page(draft).asked
        if findings:
            log(instance=self, action="privacy.refuse_schedule", data={"checks": len(findings)})
            tell_refusal(self, revision.user, findings)
        return not findings

    def says_something_new(self) -> bool:
        """Tell whether publishing this object would record a version."""
        newest = NoticeVersion.objects.standing().filter(page=self.pk).order_by("-pk").first()
        return newest is None or newest.digest != self.draft_wording().digest

    def findings_to_store(self) -> list[dict[str, Any]]:
        """Give what a version keeps of the checks; raise PublicationBlocked when the site does not publish with it."""
        (checked,) = check_pages([self])
        refuse_open_errors(checked, chosen_gate())
        return stored_findings(checked)

    def find_main_register(self) -> int | None:
        """Give the key of the first register, as it stands in this draft."""
        raise NotImplementedError

    def draft_wording(self) -> Wording:
        """Give what the page says as it stands in this object, which may be a draft."""
        raise NotImplementedError
