"""Refuses to publish details of a record to those who may not publish the notices that would be renewed with it."""

from typing import Any

from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.permission_policies.pages import PagePermissionPolicy

from privacy.registers.watching import pages_that_show


class RenewalForm(WagtailAdminModelForm):
    """A form of a record that published notices may show."""

    # Fields that no notice shows: whoever edits the record may change them.
    not_shown: frozenset[str] = frozenset()

    def clean(self) -> dict[str, Any]:
        """Check the permission only when something that is shown is about to be published."""
        cleaned = super().clean()
        if self.instance.pk and not self.is_deferred_validation and getattr(self.instance, "live", True):
            self._check_pages()
        return cleaned

    def _check_pages(self) -> None:
        formsets = [formset for name, formset in self.formsets.items() if name not in self.not_shown]
        if not (set(self.changed_data) - self.not_shown or any(formset.has_changed() for formset in formsets)):
            return
        pages = {page.pk for page in pages_that_show(self.instance)}
        if not pages:
            return
        allowed = PagePermissionPolicy().instances_user_has_permission_for(self.for_user, "publish")
        barred = len(pages - set(allowed.filter(pk__in=pages).values_list("pk", flat=True)))
        if barred:
            message = ngettext(
                "Publishing this would renew %(count)d notice that you may not publish. Save a draft, and ask "
                "somebody who may.",
                "Publishing this would renew %(count)d notices that you may not publish. Save a draft, and ask "
                "somebody who may.",
                barred,
            )
            self.add_error(None, message % {"count": barred})
