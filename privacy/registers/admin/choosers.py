"""Choosers of records: only published ones can be chosen, anywhere in the admin."""

from typing import Any

from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from privacy.registers.models.registers import Register


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
    choose_view_class = ContactChooseView
    choose_results_view_class = ContactChooseResultsView


class _RegisterList:
    """Tells registers apart by their controller; names confidential ones only to people who edit registers."""

    request: HttpRequest

    @property
    def columns(self) -> list[Column]:
        """Add the controller."""
        return [*super().columns, Column("controller", label=_("Controller"))]  # type: ignore[misc]

    def apply_object_list_ordering(self, objects: Any) -> Any:
        """Leave out confidential registers for all others; before a search, whose results cannot be narrowed."""
        user = self.request.user
        named = objects if user.has_perm("privacy.change_register") else objects.filter(confidential=False)
        return super().apply_object_list_ordering(named.select_related("controller"))  # type: ignore[misc]


class RegisterChooseView(_RegisterList, ChooseView):
    """The dialogue that chooses a register."""


class RegisterChooseResultsView(_RegisterList, ChooseResultsView):
    """The list in that dialogue."""


class RegisterChosenView(SnippetChosenView):
    """What the form is told of the register that was chosen."""

    def get_object(self, pk: Any) -> Register:
        """Give the register; a confidential one is not there for people who do not edit registers."""
        return named_to(self.request.user).get(pk=pk)


class RegisterChosenMultipleView(SnippetChosenMultipleView):
    """What the form is told of registers that were chosen together."""

    def get_objects(self, pks: Any) -> QuerySet[Register]:
        """Give the registers that may be named to the user."""
        return named_to(self.request.user).filter(pk__in=pks)


def named_to(user: Any) -> QuerySet[Register]:
    """Give the registers that may be named to a user of the admin."""
    every = Register.objects.all()
    return every if user.has_perm("privacy.change_register") else every.filter(confidential=False)


class RegisterChooserViewSet(LiveChooserViewSet):
    chosen_view_class = RegisterChosenView
    chosen_multiple_view_class = RegisterChosenMultipleView

    choose_view_class = RegisterChooseView
    choose_results_view_class = RegisterChooseResultsView
