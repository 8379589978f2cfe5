"""Every road to publication records what was published, once, and nothing else does."""

from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from privacy.models import NoticePage, NoticeVersion, PrivacyChecks, Register
from tests.factories import NoticeIndexPageFactory, NoticePageFactory, RegisterFactory, UserFactory
from tests.privacy.notices.versions.conftest import fresh, newest, numbers, publish, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def test_first_publication_is_version_one_and_asks_nothing(notice: NoticePage) -> None:
    version = newest(notice)
    assert version is not None
    assert (version.number, version.summary, version.stated) == ("1.0", "Ensimmäinen versio", False)
    assert version.effective_from == timezone.localdate()
    assert [section["key"] for section in version.content["sections"]][:2] == ["controller", "purposes"]


def test_publishing_the_same_text_again_makes_no_version(notice: NoticePage) -> None:
    notice.save_revision().publish()
    fresh(notice).save_revision().publish()
    assert numbers(notice) == ["1.0"]


def test_code_that_says_nothing_gets_the_suggested_kind_and_a_summary(notice: NoticePage) -> None:
    version = publish(notice, "retention", "Tiedot säilytetään kymmenen vuotta.")
    assert version is not None
    assert (version.number, version.kind) == ("2.0", "major")
    assert "Henkilötietojen säilytysaika" in version.summary


def test_slip_of_the_pen_is_an_editorial_change(notice: NoticePage) -> None:
    version = publish(notice, "retention", "Tiedot säilytetään asiakassuhten ajan.")
    assert version is not None
    assert (version.number, version.kind) == ("1.1", "minor")


def test_what_the_editor_says_decides_and_is_used_once(notice: NoticePage) -> None:
    version = publish(notice, version_kind="minor", version_summary="Lyhennettiin tekstiä.")
    assert version is not None
    assert (version.number, version.summary) == ("1.1", "Lyhennettiin tekstiä.")
    again = fresh(notice)
    assert (again.version_kind, again.version_summary, again.effective_from) == ("", "", None)
    draft = again.get_latest_revision_as_object()
    assert (draft.version_kind, draft.version_summary, draft.effective_from) == ("", "", None)
    reverted = again.live_revision.as_object()
    assert (reverted.version_kind, reverted.version_summary) == ("", "")


def test_draft_makes_no_version_and_keeps_what_was_said(notice: NoticePage) -> None:
    draft = rewrite(notice, "retention", "Luonnos.")
    draft.version_summary = "Kesken."
    draft.save_revision()
    assert numbers(notice) == ["1.0"]
    assert fresh(notice).get_latest_revision_as_object().version_summary == "Kesken."


def test_new_title_is_a_version(notice: NoticePage) -> None:
    page = fresh(notice)
    page.title = "Uusi otsikko"
    page.save_revision().publish()
    assert numbers(notice) == ["1.0", "1.1"]


def test_bulk_publishing_records(superuser_client: Client, site: Site, notice: NoticePage) -> None:
    PrivacyChecks.objects.create(at_publication="show")
    rewrite(notice, "retention", "Kolme vuotta.").save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    superuser_client.post(f"{address}?id={notice.pk}")
    version = newest(notice)
    assert version is not None
    assert version.number == "2.0"
    assert "Kolme vuotta" in str(version.html)


def test_road_of_wagtails_api_v3_records(superuser: Any, notice: NoticePage) -> None:
    edit = pytest.importorskip("wagtail.actions.edit", reason="Wagtail 8")
    edit.EditAction(rewrite(notice, "retention", "Kolme vuotta."), user=superuser, publish=True).execute()
    version = newest(notice)
    assert version is not None
    assert (version.number, version.published_by) == ("2.0", superuser)


def test_schedule_records_when_it_goes_live_and_not_before(notice: NoticePage) -> None:
    draft = rewrite(notice, "retention", "Neljä vuotta.")
    draft.go_live_at = timezone.now() + timedelta(days=2)
    draft.version_summary, draft.effective_from = "Pidempi aika.", timezone.localdate() + timedelta(days=1)
    draft.save_revision().publish()
    assert numbers(notice) == ["1.0"]
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        call_command("publish_scheduled")
        version = newest(notice)
        assert version is not None
        assert (version.number, version.summary) == ("2.0", "Pidempi aika.")
        assert version.effective_from == timezone.localdate()


def test_publisher_is_named_and_stays_when_the_user_goes(notice: NoticePage) -> None:
    user = UserFactory(superuser=True, first_name="Aino", last_name="Esimerkki")
    draft = rewrite(notice, "retention", "Viisi vuotta.")
    draft.save_revision(user=user).publish(user=user)
    version = newest(notice)
    assert version is not None
    assert (version.published_by, version.published_by_name) == (user, "Aino Esimerkki")
    user.delete()
    assert NoticeVersion.objects.get(pk=version.pk).published_by_name == "Aino Esimerkki"


def test_autosave_never_writes_over_a_published_revision(superuser_client: Client, notice: NoticePage) -> None:
    revision = rewrite(notice, "retention", "Kuusi vuotta.").save_revision()
    fresh(notice).get_latest_revision().publish()
    again = rewrite(notice, "retention", "Luonnos, jota ei ole julkaistu.")
    saved = again.save_revision(overwrite_revision=revision)
    assert saved.pk != revision.pk
    assert "Luonnos" not in str(NoticePage.objects.get(pk=notice.pk).body.raw_data)
    fresh(notice).get_latest_revision()
    version = newest(notice)
    assert version is not None
    assert "Luonnos" not in str(version.content)


def test_saving_chosen_fields_makes_no_version(notice: NoticePage) -> None:
    page = fresh(notice)
    page.title = "Vain rivi"
    page.save(update_fields=["title"])
    assert numbers(notice) == ["1.0"]


def test_alias_makes_none_and_shows_those_of_its_source(notice: NoticePage) -> None:
    alias = notice.create_alias(update_slug="kopio")
    publish(notice)
    assert not NoticeVersion.objects.filter(page=alias).exists()
    assert fresh(alias).in_force == newest(notice)


def test_alias_in_another_language_that_becomes_a_page_of_its_own_has_a_version(
    superuser_client: Client, notice: NoticePage, locales: Any
) -> None:
    notice.get_parent().copy_for_translation(locales["sv"], copy_parents=True).save_revision().publish()
    alias = notice.copy_for_translation(locales["sv"], alias=True)
    superuser_client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    converted = fresh(alias)
    assert converted.alias_of_id is None
    assert converted.main_register_id == notice.main_register_id
    assert numbers(converted) == ["1.0"]


def test_alias_beside_its_source_does_not_become_a_second_notice(superuser_client: Client, notice: NoticePage) -> None:
    alias = notice.create_alias(update_slug="kopio")
    answer = superuser_client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]), follow=True)
    assert fresh(alias).alias_of_id == notice.pk
    (told,) = answer.context["messages"]
    assert "on jo julkaistu tietosuojaseloste tällä kielellä" in str(told)


def test_alias_with_open_errors_stays_one_where_the_site_blocks(
    superuser_client: Client, notice: NoticePage, locales: Any
) -> None:
    notice.get_parent().copy_for_translation(locales["sv"], copy_parents=True).save_revision().publish()
    alias = notice.copy_for_translation(locales["sv"], alias=True)
    PrivacyChecks.objects.create(at_publication="block")
    answer = superuser_client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]), follow=True)
    assert answer.status_code == 200
    assert fresh(alias).alias_of_id == notice.pk
    assert numbers(fresh(alias)) == []


def test_later_text_is_in_force_though_the_clock_of_its_server_is_behind(notice: NoticePage) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        publish(notice, "retention", "Kaksi vuotta.")
    later = publish(notice, "retention", "Kolme vuotta.")
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        assert fresh(notice).in_force == later


def test_details_are_renewed_of_the_text_that_a_server_ahead_of_time_published(
    notice: NoticePage, register: Register
) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        publish(notice, "retention", "Kaksi vuotta.")
    controller = register.controller
    controller.phone = "+358 9 123 4567"
    controller.save_revision().publish()
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        in_force = fresh(notice).in_force
    assert in_force is not None
    assert in_force == newest(notice)
    assert in_force.cause == "details"
    assert "Kaksi vuotta." in str(in_force.content)


def test_live_copy_with_another_register_begins_at_one(notice: NoticePage) -> None:
    copy = notice.copy(update_attrs={"slug": "kopio"}, keep_live=False)
    copy.registers.all().delete()
    other: Register = RegisterFactory()
    copy = NoticePage.objects.get(pk=copy.pk)
    copy.registers = [type(notice.registers.first())(register=other)]
    copy.save_revision().publish()
    assert numbers(copy) == ["1.0"]


def test_translation_has_versions_of_its_own(notice: NoticePage, locales: Any) -> None:
    notice.get_parent().copy_for_translation(locales["sv"], copy_parents=True)
    translation = notice.copy_for_translation(locales["sv"])
    translation.get_latest_revision().publish()
    version = newest(translation)
    assert version is not None
    assert (version.number, version.language, version.summary) == ("1.0", "sv", "Första versionen")


def test_notice_that_was_in_force_before_says_since_when(register: Register) -> None:
    page = NoticePageFactory(registers=[register], draft=True)
    page.effective_from = date(2018, 5, 25)
    page.save_revision().publish()
    version = newest(page)
    assert version is not None
    assert (version.effective_from, version.stated) == (date(2018, 5, 25), True)
    assert version.recorded_at.date() == timezone.now().date()


def test_later_version_is_never_dated_back(notice: NoticePage) -> None:
    version = publish(notice, effective_from=date(2018, 5, 25))
    assert version is not None
    assert (version.effective_from, version.stated) == (timezone.localdate(), False)


def test_notice_that_cannot_be_recorded_does_not_stop_the_others(
    notice: NoticePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, bad = NoticePageFactory(), NoticePageFactory()
    for page in (notice, other, bad):
        page.versions.all()._raw_delete("default")
    really = NoticePage.wording

    def wording(page: NoticePage) -> Any:
        if page.pk == bad.pk:
            raise KeyError("body")
        return really(page)

    monkeypatch.setattr(NoticePage, "wording", wording)
    errors = StringIO()
    with pytest.raises(CommandError, match=f"1 notices have no version: {bad.pk}"):
        call_command("record_versions", stderr=errors)
    assert errors.getvalue() == f"Notice {bad.pk}: not recorded: KeyError\n"
    assert numbers(notice) == numbers(other) == ["1.0"]


def test_record_versions_gives_each_live_notice_its_first_and_runs_again(notice: NoticePage) -> None:
    NoticeVersion._base_manager.all()._raw_delete("default")
    assert not notice.versions.exists()
    call_command("record_versions")
    call_command("record_versions")
    assert numbers(notice) == ["1.0"]


def test_version_of_a_section_type_that_is_gone_still_renders(client: Client, register: Register) -> None:
    gone = {"type": "vanha_laji", "value": {"heading": "Vanha kohta", "text": "<p>Vanha teksti.</p>"}, "id": "abcd1234"}
    page = NoticePageFactory(registers=[register])
    version = newest(page)
    assert version is not None
    section = {**version.content["sections"][-1], "key": "vanha_laji", "heading": "Vanha kohta"}
    html = [
        *version.html,
        {**version.html[-1], "key": "vanha_laji", "heading": "Vanha kohta", "html": gone["value"]["text"]},
    ]
    NoticeVersion._base_manager.filter(pk=version.pk).update(
        html=html, content={**version.content, "sections": [*version.content["sections"], section]}
    )
    answer = client.get(f"{page.get_url()}versions/1-0/").content.decode()
    assert "Vanha teksti." in answer


@pytest.mark.usefixtures("searchable")
def test_search_finds_the_text_in_force(notice: NoticePage) -> None:
    day = timezone.localdate() + timedelta(days=9)
    publish(notice, "retention", "Kahdeksan vuotta.", effective_from=day)
    assert not found_by("Kahdeksan")
    assert found_by("asiakassuhteen")
    with time_machine.travel(timezone.now() + timedelta(days=10)):
        call_command("update_index", stdout=StringIO())
        assert found_by("Kahdeksan")
        assert not found_by("asiakassuhteen")


def found_by(word: str) -> bool:
    return bool(NoticePage.objects.search(word))


def test_notice_is_published_below_a_list_that_moves(notice: NoticePage) -> None:
    target = NoticeIndexPageFactory(title="Toinen lista", slug="toinen")
    Page.objects.get(pk=notice.pk).move(target, pos="last-child")
    assert numbers(notice) == ["1.0"]
