"""Where a record is used."""

import pytest
from wagtail.models import Site

from privacy.registers.models import RegisterContact
from privacy.registers.uses import uses_of
from tests.factories import (
    ContactFactory,
    ControllerFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestFactory,
    RightsRequestPageFactory,
    SupervisoryAuthorityFactory,
)

pytestmark = pytest.mark.django_db


def test_a_new_record_is_used_nowhere() -> None:
    records = (ControllerFactory(), ContactFactory(), RegisterFactory(), SupervisoryAuthorityFactory(code="SE"))
    assert [uses_of(record) for record in records] == [[], [], [], []]


def test_a_contact_is_used_by_the_registers_that_name_it_or_route_to_it() -> None:
    contact = ContactFactory()
    RegisterFactory(name="Jäsenrekisteri", contacts=[contact], routes=[contact])
    RegisterFactory(name="Asiakasrekisteri", routes=[contact])
    assert uses_of(contact) == ["Registers (2): Asiakasrekisteri, Jäsenrekisteri"]


def test_a_controller_is_used_by_its_registers_and_by_those_it_answers_for_jointly() -> None:
    controller = ControllerFactory()
    RegisterFactory(name="Asiakasrekisteri", controller=controller)
    RegisterFactory(name="Yhteisrekisteri", joint_controllers=[controller])
    assert uses_of(controller) == ["Registers (2): Asiakasrekisteri, Yhteisrekisteri"]


def test_an_authority_is_used_by_the_controllers_that_it_supervises() -> None:
    authority = SupervisoryAuthorityFactory()
    ControllerFactory(name="Esimerkkipaja Oy", supervisory_authority=authority)
    assert uses_of(authority) == ["Controllers (1): Esimerkkipaja Oy"]


def test_a_register_is_used_by_its_notices_forms_and_requests(site: Site) -> None:
    register = RegisterFactory()
    NoticePageFactory(title="Seloste", registers=[register])
    RightsRequestPageFactory(title="Pyyntö", registers=[register])
    RightsRequestFactory(register=register)
    assert uses_of(register) == ["Privacy notices (1): Seloste", "Rights request forms (1): Pyyntö", "Rights requests"]


def test_of_requests_neither_number_nor_count_is_told() -> None:
    request = RightsRequestFactory()
    assert uses_of(request.controller) == [f"Registers (1): {request.items.get().register.name}", "Rights requests"]


def test_only_the_first_names_are_told() -> None:
    contact = ContactFactory()
    for letter in "ABCD":
        RegisterFactory(name=letter, routes=[contact])
    assert uses_of(contact) == ["Registers (4): A, B, C, …"]


def test_a_contact_that_only_the_draft_of_a_published_register_names_is_used() -> None:
    register, contact = RegisterFactory(name="Asiakasrekisteri"), ContactFactory()
    register.contacts.add(RegisterContact(contact=contact))
    register.save_revision()
    assert not RegisterContact.objects.exists()
    assert uses_of(contact) == ["Registers (1): Asiakasrekisteri"]


def test_a_controller_that_only_the_draft_of_a_register_names_is_used() -> None:
    register, controller = RegisterFactory(name="Asiakasrekisteri"), ControllerFactory()
    register.controller = controller
    register.save_revision()
    assert uses_of(controller) == ["Registers (1): Asiakasrekisteri"]


def test_a_register_that_only_the_draft_of_a_published_notice_names_is_used(site: Site) -> None:
    page, register = NoticePageFactory(title="Seloste"), RegisterFactory()
    page.registers.add(type(page.registers.get())(register=register))
    page.save_revision()
    assert uses_of(register) == ["Privacy notices (1): Seloste"]


def test_what_only_an_old_revision_names_is_not_used() -> None:
    register, contact = RegisterFactory(), ContactFactory()
    register.contacts.add(RegisterContact(contact=contact))
    register.save_revision()
    register.contacts.clear()
    register.save_revision().publish()
    assert uses_of(contact) == []
