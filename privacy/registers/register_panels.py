"""What the editor shows of a register; higher rooms may add to it."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel

from privacy.registers.forms import RegisterForm
from privacy.registers.panels import texts_panel
from privacy.registers.renewal_panels import RenewalPanel


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
    """Give what the editor shows of a register.

    Functions on the hook `construct_privacy_register_panels` take the list of panels and may add to it: higher
    rooms and host sites show there what this room cannot know, such as where requests go.
    """
    panels = _register_panels()
    for construct in hooks.get_hooks("construct_privacy_register_panels"):
        construct(panels)
    return ObjectList([*panels, *_description_panels()], base_form_class=RegisterForm)
