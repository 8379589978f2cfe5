"""Absolute addresses for letters: from settings and pages, never from the Host header of a visitor."""

from django.urls import reverse

from privacy.conf import settings as conf
from privacy.rights.records import RightsRequest


def case_url(token: str) -> str:
    """Give the address of the contact's page of a case."""
    return conf.public_base_url + reverse("privacy:case", args=[token])


def files_url(token: str) -> str:
    """Give the address at which the person fetches the files of an answer."""
    return conf.public_base_url + reverse("privacy:files", args=[token])


def admin_case_url(request: RightsRequest) -> str:
    """Give the address of a request in the admin."""
    return conf.admin_base_url + reverse("privacy_requests:case", args=[request.number])


def admin_inbox_url() -> str:
    """Give the address of the list of requests in the admin."""
    return conf.admin_base_url + reverse("privacy_requests:index")
