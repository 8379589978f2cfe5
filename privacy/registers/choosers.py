"""Choosers of records: only published ones can be chosen, anywhere in the admin."""

from typing import Any

from django.db.models import ForeignKey
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet


class LiveChooserViewSet(SnippetChooserViewSet):
    """Offers published records, and makes the forms of every foreign key to the model refuse drafts."""

    def get_object_list(self) -> Any:
        """Give the published records."""
        return self.model._default_manager.filter(live=True)

    def on_register(self) -> None:
        """Narrow the form fields too: a chooser alone does not stop what is posted past it."""
        super().on_register()
        override = {
            "widget": self.widget_class,
            "queryset": self.get_object_list(),
            "error_messages": {"invalid_choice": _("This is not published. Publish it first, or choose another.")},
        }
        register_form_field_override(ForeignKey, to=self.model, override=override)


class _ContactColumns:
    """Tells contacts of the same title apart by their mailbox."""

    @property
    def columns(self) -> list[Column]:
        """Add the email."""
        return [*super().columns, Column("email", label=_("Email"))]  # type: ignore[misc]


class ContactChooseView(_ContactColumns, ChooseView):
    """The dialogue that chooses a contact."""


class ContactChooseResultsView(_ContactColumns, ChooseResultsView):
    """The list in that dialogue."""


class ContactChooserViewSet(LiveChooserViewSet):
    """The chooser of contacts."""

    choose_view_class = ContactChooseView
    choose_results_view_class = ContactChooseResultsView


class _RegisterList:
    """Tells registers apart by their controller; names confidential ones only to people who edit registers."""

    @property
    def columns(self) -> list[Column]:
        """Add the controller."""
        return [*super().columns, Column("controller", label=_("Controller"))]  # type: ignore[misc]

    def apply_object_list_ordering(self, objects: Any) -> Any:
        """Leave out confidential registers for all others; before a search, whose results cannot be narrowed."""
        shown = objects.select_related("controller")
        user = self.request.user  # type: ignore[attr-defined]
        named = shown if user.has_perm("privacy.change_register") else shown.filter(confidential=False)
        return super().apply_object_list_ordering(named)  # type: ignore[misc]


class RegisterChooseView(_RegisterList, ChooseView):
    """The dialogue that chooses a register."""


class RegisterChooseResultsView(_RegisterList, ChooseResultsView):
    """The list in that dialogue."""


class RegisterChooserViewSet(LiveChooserViewSet):
    """The chooser of registers."""

    choose_view_class = RegisterChooseView
    choose_results_view_class = RegisterChooseResultsView
