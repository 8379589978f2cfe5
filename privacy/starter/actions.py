"""Getting started: from one form, everything that a small organisation needs."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register
from privacy.starter.answers import StarterAnswers
from privacy.starter.first_pages import StarterPages, make_pages
from privacy.starter.first_records import make_contact, make_controller, make_register, open_handlers_group
from privacy.starter.remaining import Left, what_is_left
from privacy.starter.texts import request_notice_texts
from privacy.starter.tree import language_roots


class AlreadyStarted(Exception):
    """The site has a register already."""

    def __str__(self) -> str:
        return str(_("This site already has a register. Add further ones under Registers."))


@dataclass(frozen=True, slots=True)
class StartResult:
    """What getting started made, and what is left to do."""

    controller: Controller
    contact: Contact
    register: Register
    request_register: Register
    group: Group
    pages: StarterPages
    left: list[Left]


@transaction.atomic
def start_organisation(*, answers: StarterAnswers, site: Site, user: Any) -> StartResult:
    """Make the records, the handlers' group and the pages of an organisation, in one transaction.

    Raises AlreadyStarted when there is a register, and ValidationError for values that the records refuse.
    """
    # Two clicks on the button must not make two organisations: the second waits here and finds a register.
    site = Site.objects.select_for_update().get(pk=site.pk)
    if Register.objects.exists():
        raise AlreadyStarted
    group = open_handlers_group(user)
    controller = make_controller(answers)
    contact = make_contact(answers, user)
    register = make_register(controller=controller, contact=contact, names=answers.register_names, for_requests=False)
    request_register = make_register(
        controller=controller, contact=contact, names=_request_register_names(answers), for_requests=True
    )
    roots = language_roots(site, answers.languages)
    pages = make_pages(roots, register=register, request_register=request_register, user=user)
    left = what_is_left(register)
    return StartResult(controller, contact, register, request_register, group, pages, left)


def _request_register_names(answers: StarterAnswers) -> dict[str, str]:
    texts = {language: request_notice_texts(answers.kind, language) for language in answers.languages}
    return {language: text["register_name"] for language, text in texts.items()}
