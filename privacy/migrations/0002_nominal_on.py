from datetime import date

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="rightsrequest",
            name="nominal_on",
            field=models.DateField(default=date(2026, 1, 1), verbose_name="due before weekends and holidays"),
            preserve_default=False,
        ),
    ]
