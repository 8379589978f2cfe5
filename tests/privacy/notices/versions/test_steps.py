"""What is done with versions in the admin: compare, withdraw, review, remove a person's details, delete."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from privacy.models import NoticePage, NoticeVersion
from privacy.notices.versions.actions import VersionStepNotPossible, redact_version
from privacy.notices.versions.canonical import digest_of
from tests.factories import NoticePageFactory
from tests.privacy.notices.versions.conftest import newest, numbers, publish, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def address(name: str, page: NoticePage, *rest: str) -> str:
    return reverse(f"privacy_versions:{name}", args=[page.pk, *rest])


def test_draft_is_compared_with_the_version_in_force(superuser_client: Client, notice: NoticePage) -> None:
    rewrite(notice, "retention", "Tiedot säilytetään kymmenen vuotta.").save_revision()
    text = superuser_client.get(address("compare", notice)).content.decode()
    assert "kymmenen vuotta" in text
    assert "<ins>" in text
    assert NoticeVersion.objects.filter(page=notice).count() == 1


def test_any_two_versions_are_compared(superuser_client: Client, notice: NoticePage) -> None:
    publish(notice, "retention", "Kolme vuotta.")
    publish(notice, "retention", "Neljä vuotta.")
    text = superuser_client.get(f"{address('compare', notice)}?old=1-0&new=3-0").content.decode()
    assert "Neljä vuotta" in text
    assert "asiakassuhteen" in text
    assert superuser_client.get(f"{address('compare', notice)}?old=8-0").status_code == 404


def test_pending_version_is_withdrawn_by_a_button_and_not_by_a_link(
    superuser_client: Client, notice: NoticePage
) -> None:
    version = publish(notice, effective_from=timezone.localdate() + timedelta(days=3))
    assert version is not None
    place = address("withdraw", notice, version.address)
    assert superuser_client.get(place).status_code == 200
    assert not version.events.exists()
    superuser_client.post(place, {"reason": "Virhe."})
    assert version.events.get().reason == "Virhe."
    assert NoticeVersion.objects.pending(timezone.now()).count() == 0


def test_review_is_recorded_and_makes_no_version(superuser_client: Client, notice: NoticePage) -> None:
    superuser_client.post(address("reviewed", notice))
    event = notice.notice_events.get()
    assert (event.kind, event.user_name) == ("reviewed", event.user.get_full_name())
    assert NoticeVersion.objects.filter(page=notice).count() == 1


def test_screens_are_for_those_who_may_edit_the_page(client: Client, handler: Any, notice: NoticePage) -> None:
    client.force_login(handler)
    for name in ("list", "compare", "reviewed"):
        answer = client.get(address(name, notice))
        assert answer.status_code == 302
    assert client.get(address("redact", notice, "1-0")).status_code == 302


def test_only_a_superuser_removes_details(editor_client: Client, notice: NoticePage) -> None:
    assert editor_client.get(address("redact", notice, "1-0")).status_code == 302


def test_removed_details_are_gone_and_the_digest_stays(superuser_client: Client, register: Any, client: Client) -> None:
    page = NoticePageFactory(registers=[register], body=[{"type": "contact_person", "value": {"fill": "auto"}}])
    version = newest(page)
    assert version is not None
    data = {"words": "Aino Esimerkki", "reason": "Pyyntö", "every_version": "on"}
    superuser_client.post(address("redact", page, "1-0"), data)
    row = NoticeVersion.objects.filter(pk=version.pk).values().get()
    assert "Aino Esimerkki" not in str(row)
    assert "[poistettu]" in str(row["html"])
    assert row["digest"] == version.digest != digest_of(row["content"])
    assert "poistettu henkilön tietoja" in client.get(f"{page.get_url()}versions/1-0/").content.decode()


def test_removed_details_are_gone_from_what_a_renewal_starts_from(superuser: Any, register: Any) -> None:
    row = {"type": "item", "value": {"recipient": "Bertta Esimerkki", "kind": "other", "purpose": "", "country": ""}}
    blocks = [
        {"type": "introduction", "value": {"text": "<p>Kysy: Bertta Esimerkki, bertta@example.fi.</p>"}},
        {"type": "recipients", "value": {"text": "", "rows": [row]}},
        {"type": "contact_person", "value": {"fill": "auto"}},
    ]
    page = NoticePageFactory(registers=[register], body=blocks)
    first = newest(page)
    assert first is not None
    redact_version(version=first, words=["Bertta Esimerkki", "bertta@example.fi"], user=superuser, reason="Pyyntö")
    kept = NoticeVersion.objects.filter(pk=first.pk).values().get()
    assert "Kysy: [poistettu], [poistettu]." in str(kept["source"])
    assert not [word for word in ("Bertta", "bertta@") if word in str(kept)]
    contact = register.contacts.get().contact
    contact.email = "uusi@example.fi"
    contact.save()
    assert numbers(page) == ["1.0", "1.1"]
    renewed = NoticeVersion.objects.filter(page=page, minor=1).values().get()
    assert not [word for word in ("Bertta", "bertta@") if word in str(renewed)]


def test_details_that_are_not_there_change_nothing(notice: NoticePage, superuser: Any) -> None:
    version = newest(notice)
    assert version is not None
    for words in (["Ei Kukaan"], ["a"], []):
        with pytest.raises(VersionStepNotPossible):
            redact_version(version=version, words=words, user=superuser, reason="")


def test_deletion_tells_how_many_versions_would_go_and_takes_them(superuser_client: Client, notice: NoticePage) -> None:
    publish(notice)
    for page in (notice, notice.get_parent()):
        place = reverse("wagtailadmin_pages:delete", args=[page.pk])
        assert "2 selosteiden versiota" in superuser_client.get(place).content.decode()
    superuser_client.post(reverse("wagtailadmin_pages:delete", args=[notice.get_parent().pk]))
    assert not NoticeVersion.objects.exists()


def test_deletion_in_bulk_tells_the_same(superuser_client: Client, notice: NoticePage) -> None:
    publish(notice)
    place = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?id={notice.pk}"
    assert "2 selosteiden versiota" in superuser_client.get(place).content.decode()
    superuser_client.post(place)
    assert not Page.objects.filter(pk=notice.pk).exists()
    assert not NoticeVersion.objects.exists()


def test_page_without_versions_is_deleted_as_ever(superuser_client: Client, notice: NoticePage) -> None:
    draft = NoticePageFactory(draft=True)
    place = reverse("wagtailadmin_pages:delete", args=[draft.pk])
    assert "versiota" not in superuser_client.get(place).content.decode()
    superuser_client.post(place)
    assert not Page.objects.filter(pk=draft.pk).exists()
