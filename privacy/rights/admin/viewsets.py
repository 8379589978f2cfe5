"""The standard texts of letters in the admin."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from privacy.rights.admin.panels import BundledTextPanel
from privacy.rights.models.standard_texts import StandardText


class StandardTextViewSet(SnippetViewSet):
    """Standard texts that an editor has changed; deleting one brings the bundled text back."""

    model = StandardText
    icon = "mail"
    menu_label = pgettext_lazy("menu", "Standard texts of letters")
    add_to_settings_menu = True
    copy_view_enabled = False
    search_backend_name = None
    list_display = ["__str__", "subject"]
    list_filter = ["code", "language"]
    panels = [
        MultiFieldPanel([FieldPanel("code"), FieldPanel("language")], heading=_("Which text")),
        BundledTextPanel(heading=_("Bundled text")),
        MultiFieldPanel([FieldPanel("subject"), FieldPanel("text")], heading=_("Your text")),
    ]
