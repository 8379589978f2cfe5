"""Records of the registers room, published unless told otherwise (draft=True)."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from privacy.registers.choices import ContactKind, ContactRole, LegalBasis
from privacy.registers.models import (
    Contact,
    ContactText,
    Controller,
    ControllerText,
    Register,
    RegisterContact,
    RegisterJointController,
    RegisterRoute,
    RegisterText,
    SupervisoryAuthority,
)


class RecordFactory(DjangoModelFactory):
    """A record; `texts={"sv": {...}}` gives its texts per language."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(live=False)


class SupervisoryAuthorityFactory(DjangoModelFactory):
    """The Finnish authority, or the one of `code`; the same code gives the same record."""

    class Meta:
        model = SupervisoryAuthority
        django_get_or_create = ("code",)

    code = "FI"
    country = factory.SelfAttribute("code")
    name = factory.LazyAttribute(lambda authority: f"Valvontaviranomainen {authority.code}")
    website = "https://valvonta.example.com"


class ControllerFactory(RecordFactory):
    """A Finnish company with every detail."""

    class Meta:
        model = Controller

    name = factory.Sequence(lambda number: f"Esimerkkipaja {number} Oy")
    business_id = "1234567-1"
    street_address = "Esimerkkikatu 1"
    postal_code = "00100"
    city = "Helsinki"
    phone = "+358401234567"
    email = factory.Sequence(lambda number: f"toimisto{number}@example.fi")
    supervisory_authority = factory.SubFactory(SupervisoryAuthorityFactory)

    @factory.post_generation
    def texts(self: Any, create: bool, extracted: dict[str, dict[str, str]] | None, **kwargs: Any) -> None:
        """Add texts per language."""
        for language, fields in (extracted or {}).items():
            ControllerText.objects.create(controller=self, language=language, **fields)


class ContactFactory(RecordFactory):
    """Customer service with an email; person, dpo, without_email and with_user are its states."""

    class Meta:
        model = Contact

    class Params:
        person = factory.Trait(
            kind=ContactKind.PERSON, name=factory.Sequence(lambda number: f"Aino Esimerkki {number}"), title="Sihteeri"
        )
        dpo = factory.Trait(role=ContactRole.DPO, title="Tietosuojavastaava")
        without_email = factory.Trait(email="", phone="+358295666700")
        with_user = factory.Trait(user=factory.SubFactory("tests.factories.people.UserFactory"))

    kind = ContactKind.FUNCTION
    title = factory.Sequence(lambda number: f"Asiakaspalvelu {number}")
    email = factory.Sequence(lambda number: f"palvelu{number}@example.fi")

    @factory.post_generation
    def texts(self: Any, create: bool, extracted: dict[str, dict[str, str]] | None, **kwargs: Any) -> None:
        """Add texts per language."""
        for language, fields in (extracted or {}).items():
            ContactText.objects.create(contact=self, language=language, **fields)


class RegisterFactory(RecordFactory):
    """A customer register; confidential, retired and for_requests are its states.

    `contacts`, `routes` and `joint_controllers` take lists of records.
    """

    class Meta:
        model = Register

    class Params:
        retired = factory.Trait(retired_on=date(2026, 1, 31))

    name = factory.Sequence(lambda number: f"Asiakasrekisteri {number}")
    slug = factory.Sequence(lambda number: f"asiakasrekisteri-{number}")
    controller = factory.SubFactory(ControllerFactory)
    legal_bases = factory.LazyFunction(lambda: [LegalBasis.CONTRACT.value])

    @factory.post_generation
    def contacts(self: Any, create: bool, extracted: list[Contact] | None, **kwargs: Any) -> None:
        """Add the contacts of the notice."""
        for order, contact in enumerate(extracted or []):
            RegisterContact.objects.create(register=self, contact=contact, sort_order=order)

    @factory.post_generation
    def routes(self: Any, create: bool, extracted: list[Contact] | None, **kwargs: Any) -> None:
        """Add the contacts that requests are routed to."""
        for order, contact in enumerate(extracted or []):
            RegisterRoute.objects.create(register=self, contact=contact, sort_order=order)

    @factory.post_generation
    def joint_controllers(self: Any, create: bool, extracted: list[Controller] | None, **kwargs: Any) -> None:
        """Add joint controllers."""
        for order, controller in enumerate(extracted or []):
            RegisterJointController.objects.create(register=self, controller=controller, sort_order=order)

    @factory.post_generation
    def texts(self: Any, create: bool, extracted: dict[str, str] | None, **kwargs: Any) -> None:
        """Add names per language."""
        for language, name in (extracted or {}).items():
            RegisterText.objects.create(register=self, language=language, name=name)
