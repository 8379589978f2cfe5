"""What getting started registers in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from privacy.starter.panels import starter_panels


@hooks.register("register_admin_urls")
def register_starter_urls() -> list[URLPattern | URLResolver]:
    """Register the screens."""
    return [path("privacy/start/", include("privacy.starter.urls"))]


@hooks.register("construct_homepage_panels")
def add_starter_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add the form to the admin home of a site that has no register."""
    panels.extend(starter_panels(request))
