"""Makes the one row that tells this installation from others (privacy.rights.models.attachments)."""

from typing import Any

from django.db import migrations


def make(apps: Any, schema_editor: Any) -> None:
    """Make the row once; outside any request, so that nothing rolls it back after its id was written to the folder."""
    apps.get_model("privacy", "Installation").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
