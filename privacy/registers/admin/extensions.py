"""What higher rooms and host sites add to the screens of the records."""

from collections.abc import Callable

from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import Panel

from privacy.extension import Extension

# Panels of a register that this room cannot know, such as where its requests go; after those of who gets them.
REGISTER_PANELS: Extension[Callable[[], Panel]] = Extension("panels of a register")

# Items of the menu of the records; Wagtail 7.4 has no hook of its own for it.
MENU_ITEMS: Extension[Callable[[], MenuItem]] = Extension("items of the menu of the records")
