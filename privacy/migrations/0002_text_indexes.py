from django.db import migrations

from privacy.inbox.text_indexes import drop_text_indexes, make_text_indexes


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]

    operations = [migrations.RunPython(make_text_indexes, drop_text_indexes)]
