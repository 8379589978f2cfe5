"""What the editor shows of each record, in the order in which people think of it; higher rooms add to a register."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel

from privacy.registers.admin.extensions import REGISTER_PANELS
from privacy.registers.admin.forms import AuthorityForm, ContactForm, ControllerForm, LanguageRowsFormSet, RegisterForm
from privacy.registers.watching import pages_that_show


class RenewalPanel(Panel):
    """Lists the notices that show a record, before it is saved."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Notices that show this"))
        kwargs.setdefault("icon", "doc-full")
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        """The notices of one record."""

        template_name = "privacy/admin/renewal_panel.html"

        def is_shown(self) -> bool:
            """Tell whether the record is there and published: drafts are shown nowhere."""
            return bool(self.instance.pk) and self.instance.is_published and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the published notices."""
            return {**super().get_context_data(parent_context), "pages": pages_that_show(self.instance)}


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


def _register_panels() -> list[Panel]:
    return [
        MultiFieldPanel(
            [
                FieldPanel("name", classname="title", required_on_save=True),
                FieldPanel("name_shown"),
                FieldPanel("controller"),
            ],
            heading=_("Register"),
        ),
        InlinePanel(
            "joint_controllers",
            panels=[FieldPanel("controller", heading=_("Controller"))],
            heading=_("Joint controllers"),
            label=_("Joint controller"),
            help_text=_("Others who decide together with the controller why and how data are used (GDPR Art. 26)."),
        ),
        InlinePanel(
            "contacts",
            panels=[FieldPanel("contact", heading=_("Contact"))],
            heading=_("Contacts in the notice"),
            label=_("Contact"),
            help_text=_("Shown in this order: contact persons, data protection officer, representative."),
        ),
        InlinePanel(
            "routes",
            panels=[FieldPanel("contact", heading=_("Contact"))],
            heading=_("Who gets requests"),
            label=_("Recipient"),
            help_text=_("The first one with an email is told. Leave empty to use the contact persons of the notice."),
        ),
        MultiFieldPanel([FieldPanel("fallback_email"), FieldPanel("notification_content")], heading=_("Letters")),
    ]


def _description_panels() -> list[Panel]:
    return [
        MultiFieldPanel(
            [
                FieldPanel("legal_bases", help_text=_("They decide which rights the notice and the form put first.")),
                FieldPanel("direct_marketing"),
                FieldPanel("profiling"),
                FieldPanel(
                    "special_categories", help_text=_("For example health or trade union membership (GDPR Art. 9).")
                ),
                FieldPanel("data_from_elsewhere", help_text=_("Not only from the people themselves (GDPR Art. 14).")),
            ],
            heading=_("What the register is like"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("slug", help_text=_("In links to the form. Leave empty to have it made from the name.")),
                FieldPanel("confidential"),
                FieldPanel("for_requests"),
                FieldPanel("retention_months"),
                FieldPanel("retired_on"),
            ],
            heading=_("Settings"),
        ),
        texts_panel("name"),
        RenewalPanel(),
    ]


def register_edit_handler() -> ObjectList:
    """Give what the editor shows of a register, with the panels of others in the middle."""
    others = [make() for make in REGISTER_PANELS.values()]
    return ObjectList([*_register_panels(), *others, *_description_panels()], base_form_class=RegisterForm)
