"""What the rights room registers in the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from privacy.rights.admin.viewsets import StandardTextViewSet
from privacy.rights.taking_part import register_request_link
from privacy.rights.workflow.transition import register_steps

register_snippet(StandardTextViewSet)
hooks.register("register_log_actions", register_steps)
hooks.register("register_rich_text_features", register_request_link)
