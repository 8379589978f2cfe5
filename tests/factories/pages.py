"""Pages, published under their parents; `language` is the language of the page."""

from itertools import count
from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page

from home.models import HomePage
from privacy.notices.pages.index import NoticeIndexPage
from privacy.notices.pages.notice import NoticePage, NoticeRegister
from privacy.registers.models.registers import Register
from privacy.rights.form.page import RequestPageRegister, RightsRequestPage
from tests.factories.records import RegisterFactory

SECTIONS: list[dict[str, Any]] = [
    {"type": "controller", "value": {"fill": "auto"}},
    {
        "type": "purposes",
        "value": {"rows": [{"purpose": "Tilausten toimittaminen", "legal_basis": "contract"}]},
    },
    {"type": "retention", "value": {"text": "<p>Tiedot säilytetään asiakassuhteen ajan.</p>"}},
    {"type": "rights_overview", "value": {"fill": "auto"}},
    {"type": "complaint", "value": {"fill": "auto"}},
]


_NUMBERS = count()


class PageFactory(DjangoModelFactory):
    """A page that is added under `parent` and published; draft=True leaves it a draft."""

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(live=False)

    language = "fi"
    title = factory.Sequence(lambda number: f"Sivu {number}")
    slug = factory.LazyFunction(lambda: f"sivu-{next(_NUMBERS)}")

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        parent, language = kwargs.pop("parent"), kwargs.pop("language")
        kwargs["locale"], _new = Locale.objects.get_or_create(language_code=language)
        return parent.add_child(instance=model_class(*args, **kwargs))


class HomePageFactory(PageFactory):
    """The front page of one language."""

    class Meta:
        model = HomePage

    parent = factory.LazyFunction(Page.get_first_root_node)
    title = "Etusivu"
    slug = factory.LazyAttribute(lambda page: f"etusivu-{page.language}")


class NoticeIndexPageFactory(PageFactory):
    """A list of notices."""

    class Meta:
        model = NoticeIndexPage

    parent = factory.LazyFunction(lambda: HomePage.objects.get(locale__language_code="fi"))
    title = "Tietosuojaselosteet"


class NoticePageFactory(PageFactory):
    """The notice of one register, or of several: `registers=[first, second]`; `body` takes sections as raw data."""

    class Meta:
        model = NoticePage

    parent = factory.SubFactory(NoticeIndexPageFactory)
    title = factory.Sequence(lambda number: f"Tietosuojaseloste {number}")
    registers = factory.LazyFunction(lambda: [RegisterFactory()])
    body = factory.LazyFunction(lambda: [dict(section) for section in SECTIONS])

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        kwargs["registers"] = _rows(NoticeRegister, kwargs["registers"])
        return super()._create(model_class, *args, **kwargs)


class RightsRequestPageFactory(PageFactory):
    """The form for requests to `registers`."""

    class Meta:
        model = RightsRequestPage

    parent = factory.LazyFunction(lambda: HomePage.objects.get(locale__language_code="fi"))
    title = "Tietosuojapyyntö"
    registers = factory.LazyFunction(lambda: [RegisterFactory()])

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        kwargs["registers"] = _rows(RequestPageRegister, kwargs["registers"])
        return super()._create(model_class, *args, **kwargs)


def _rows(model: type[Any], registers: list[Register]) -> list[Any]:
    return [model(register=register, sort_order=order) for order, register in enumerate(registers)]
