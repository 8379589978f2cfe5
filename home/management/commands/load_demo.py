"""Loads the demo content; running it again adds what is missing and changes nothing that was entered."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import get_random_string

from home.demo.cases import load_cases
from home.demo.logins import LOGINS, load_logins, missing_logins, open_confidential_registers
from home.demo.pages import load_pages
from home.demo.records import load_records
from home.demo.site import load_site

KNOWN_PASSWORD = "tietosuoja-demo"  # noqa: S105


class Command(BaseCommand):
    """Loads five invented organisations with notices, request forms, logins and a year of requests."""

    help = "Load the demo content. Run it again at any time: what was entered since stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the port of the site and the password of the logins."""
        parser.add_argument("--port", type=int, default=8000, help="port that the site is served on")
        parser.add_argument("--password", default="", help="password of new logins")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything and print where it is."""
        # A password that everybody can read must never open a site that is not in development.
        known = options["password"] or (KNOWN_PASSWORD if settings.DEBUG else "")
        password = known or get_random_string(20)
        made = missing_logins()
        self.stdout.write("Loading the organisations and their registers …")
        site, front_pages = load_site(options["port"])
        users = load_logins(front_pages.values(), password)
        load_records(users)
        open_confidential_registers(users)
        self.stdout.write("Publishing their notices, with what they said before …")
        load_pages(front_pages, users["editor"])
        self.stdout.write("Answering a year of requests …")
        load_cases(users)
        self._tell(site.root_url, password if made else known)

    def _tell(self, address: str, password: str) -> None:
        names = ", ".join(login.username for login in LOGINS)
        self.stdout.write(f"Site:     {address}/")
        self.stdout.write(f"Admin:    {address}{reverse('wagtailadmin_home')}")
        self.stdout.write(f"Logins:   {names}")
        self.stdout.write(f"Password: {password or 'as it was set'}")
