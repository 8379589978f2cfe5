"""What the tests of the starter share."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page, Site

from privacy.starter.actions import StartResult, start_organisation
from privacy.starter.answers import StarterAnswers
from tests.rolled_back import rolled_back

MakeUser = Callable[..., Any]


def answers(**changes: Any) -> StarterAnswers:
    """Give the answers of a small company in two languages."""
    told = {
        "name": "Esimerkkipuoti Oy",
        "kind": "company",
        "register_names": {"fi": "Asiakasrekisteri", "sv": "Kundregister"},
        "contact_title": "Asiakaspalvelu",
        "email": "palvelu@puoti.example.fi",
        "phone": "+358912345678",
    }
    return StarterAnswers(**(told | changes))


def default_site() -> Site:
    """Give the site that Wagtail's migrations make."""
    Site.clear_site_root_paths_cache()
    return Site.objects.select_related("root_page").get(is_default_site=True)


def make_admin() -> Any:
    """Make a superuser with the mailbox of the answers."""
    return get_user_model().objects.create_superuser("paakayttaja", email="palvelu@puoti.example.fi")


@pytest.fixture
def site(db: None) -> Site:
    """Give the default site."""
    return default_site()


@pytest.fixture
def admin(db: None) -> Any:
    """Give a superuser."""
    return make_admin()


@pytest.fixture(scope="module")
def started(django_db_setup: None, django_db_blocker: Any) -> Iterator[StartResult]:
    """Get started in Finnish and Swedish, once for all tests of a module."""
    with rolled_back(django_db_blocker):
        result = start_organisation(answers=answers(), site=default_site(), user=make_admin())
        with django_db_blocker.block():
            yield result


@pytest.fixture
def make_editor(db: None) -> MakeUser:
    """Give a function that makes an editor with page permissions under a page and permissions by codename."""

    def make(page: Page, *codenames: str) -> Any:
        group = Group.objects.create(name="Toimitus")
        for codename in ("add_page", "change_page", "publish_page"):
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        entry = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
        records = Permission.objects.filter(content_type__app_label="privacy", codename__in=codenames)
        group.permissions.add(*entry, *records)
        user = get_user_model().objects.create_user("toimittaja", email="toimittaja@example.fi")
        user.groups.add(group)
        return user

    return make
