"""What the registers room registers in the admin."""

from wagtail import hooks
from wagtail.contrib.settings.models import register_setting
from wagtail.snippets.models import register_snippet

from privacy.registers.admin.guards import refuse_deletion, refuse_unpublishing
from privacy.registers.admin.viewsets import PrivacyViewSetGroup
from privacy.registers.models.access import DefaultAccess

register_snippet(PrivacyViewSetGroup)
register_setting(DefaultAccess, icon="group")
# Wagtail runs the first hook for one record and for many; publishing has no bulk action on snippets.
hooks.register("before_delete_snippet", refuse_deletion)
hooks.register("before_unpublish", refuse_unpublishing)
