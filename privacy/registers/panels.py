"""What the editor shows of each record, in the order in which people think of it. Registers: see `register_panels`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList

from privacy.registers.forms import AuthorityForm, ContactForm, ControllerForm, LanguageRowsFormSet
from privacy.registers.renewal_panels import RenewalPanel


class LanguageRowsPanel(InlinePanel):
    """Texts per language, each language once."""

    def get_form_options(self) -> dict[str, Any]:
        """Add the formset that says which language is there twice."""
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = LanguageRowsFormSet
        return options


def texts_panel(*fields: str) -> LanguageRowsPanel:
    """Give the panel of a record's texts in other languages."""
    panels = [FieldPanel("language"), *(FieldPanel(field) for field in fields)]
    return LanguageRowsPanel("texts", panels=panels, heading=_("In other languages"), label=_("Language"))


AUTHORITY = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("code"), FieldPanel("country"), FieldPanel("scope")],
            heading=_("Authority"),
        ),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("Contact details")
        ),
        FieldPanel(
            "last_checked", help_text=_("The day somebody last compared these details with the authority's own.")
        ),
        texts_panel("name", "visiting_address", "postal_address", "website"),
        RenewalPanel(),
    ],
    base_form_class=AuthorityForm,
)

CONTROLLER = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel(
                    "name",
                    classname="title",
                    required_on_save=True,
                    help_text=_("The official name, as in the trade register."),
                ),
                FieldPanel(
                    "kind", help_text=_("Decides which rules of law are offered, for example for public bodies.")
                ),
                FieldPanel("business_id", help_text=_("For example 1234567-1. Leave empty if there is none.")),
                FieldPanel(
                    "main_language",
                    help_text=_("The language of the texts here, and of letters to the controller's mailbox."),
                ),
            ],
            heading=_("Controller"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("street_address"),
                FieldPanel("postal_code"),
                FieldPanel("city"),
                FieldPanel("postal_address"),
                FieldPanel("country"),
            ],
            heading=_("Address"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("email", help_text=_("Gets requests that no contact of a register can get.")),
                FieldPanel("website"),
            ],
            heading=_("Contact details"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "supervisory_authority", widget=forms.Select, help_text=_("Notices tell how to complain to it.")
                ),
                FieldPanel("time_zone", help_text=_("Due dates are counted by its days.")),
            ],
            heading=_("Supervision and deadlines"),
        ),
        texts_panel("name", "street_address", "city", "postal_address", "website"),
        RenewalPanel(),
    ],
    base_form_class=ControllerForm,
)

CONTACT = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("role"),
                FieldPanel("kind", help_text=_("A function keeps its name when people change.")),
                FieldPanel("name"),
                FieldPanel("title"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "email", help_text=_("Requests are told to it. Without one, the next contact in line is told.")
                ),
                FieldPanel("phone"),
            ],
            heading=_("Contact details"),
        ),
        MultiFieldPanel([FieldPanel("language"), FieldPanel("user")], heading=_("Requests")),
        texts_panel("title"),
        RenewalPanel(),
    ],
    base_form_class=ContactForm,
)
