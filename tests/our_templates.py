"""The templates of this project, by name."""

from pathlib import Path

from django.conf import settings

FOLDERS = ("privacy/templates", "templates", "home/templates")


def template_names() -> list[str]:
    """Give the names of all templates of ours, as Django loads them."""
    root = Path(settings.BASE_DIR)
    return sorted(
        {
            path.relative_to(root / folder).as_posix()
            for folder in FOLDERS
            for path in (root / folder).rglob("*")
            if path.suffix in {".html", ".txt"}
        }
    )
