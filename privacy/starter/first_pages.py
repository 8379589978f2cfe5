"""Makes the first pages of an organisation: list, draft notice, the request register's notice, draft form."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page

from privacy.notices.pages.index import NoticeIndexPage
from privacy.notices.pages.notice import NoticePage, NoticeRegister
from privacy.registers.models.registers import Register
from privacy.rights.form.page import RequestPageRegister, RightsRequestPage
from privacy.starter.texts import blocks_of, form_texts, index_texts, notice_texts, request_notice_texts
from privacy.starter.tree import Fields, add_in_languages

Pages = dict[str, Page]


@dataclass(frozen=True, slots=True)
class StarterPages:
    """The pages that the starter made, by language."""

    index: Pages
    notice: Pages
    request_notice: Pages
    form: Pages


def make_pages(roots: Mapping[str, Page], *, register: Register, request_register: Register, user: Any) -> StarterPages:
    """Make the pages in every language of the roots; the list and the request register's notice go live."""
    index = add_in_languages(NoticeIndexPage(), roots, index_texts, live=True, user=user)
    return StarterPages(
        index=index,
        notice=_draft_notice(index, register, user),
        request_notice=_request_notice(index, request_register, user),
        form=_draft_form(roots, register, user),
    )


def _draft_notice(parents: Pages, register: Register, user: Any) -> Pages:
    seed = uuid.uuid4()

    def fields_in(language: str) -> Fields:
        texts, name = notice_texts(language), register.name_in(language)
        return {
            "title": texts["title"].format(register=name),
            "slug": slugify(name) or register.slug,
            "body": blocks_of(texts["sections"], seed),
        }

    page = NoticePage(registers=[NoticeRegister(register=register)])
    return add_in_languages(page, parents, fields_in, live=False, user=user)


def _request_notice(parents: Pages, register: Register, user: Any) -> Pages:
    seed = uuid.uuid4()

    def fields_in(language: str) -> Fields:
        texts = request_notice_texts(register.controller.kind, language, register.controller.country)
        return {
            "title": texts["title"],
            "slug": slugify(texts["register_name"]),
            "search_description": texts["search_description"],
            "body": blocks_of(texts["sections"], seed),
        }

    page = NoticePage(registers=[NoticeRegister(register=register)])
    return add_in_languages(page, parents, fields_in, live=True, user=user)


def _draft_form(parents: Mapping[str, Page], register: Register, user: Any) -> Pages:
    page = RightsRequestPage(registers=[RequestPageRegister(register=register)])
    return add_in_languages(page, parents, form_texts, live=False, user=user)
