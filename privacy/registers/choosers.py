"""Choosers of records: only published ones can be chosen, anywhere in the admin."""

from typing import Any

from django.db.models import ForeignKey
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
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


class _WithoutSecrets:
    """Names confidential registers only to people who edit registers."""

    def filter_object_list(self, objects: Any) -> Any:
        """Leave out confidential registers for all others."""
        shown = super().filter_object_list(objects)  # type: ignore[misc]
        user = self.request.user  # type: ignore[attr-defined]
        return shown if user.has_perm("privacy.change_register") else shown.filter(confidential=False)


class RegisterChooseView(_WithoutSecrets, ChooseView):
    """The dialogue that chooses a register."""


class RegisterChooseResultsView(_WithoutSecrets, ChooseResultsView):
    """The list in that dialogue."""


class RegisterChooserViewSet(LiveChooserViewSet):
    """The chooser of registers."""

    choose_view_class = RegisterChooseView
    choose_results_view_class = RegisterChooseResultsView
