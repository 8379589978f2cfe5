"""Keeps those who manage users from giving access to requests: Wagtail lets them put anybody into any group.

A user manager who is no superuser may pass on only what he administers: he cannot put anybody into a group with
access to registers that he does not administer, nor make a superuser, nor take over the account of somebody who has
such access by a new password or email.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.rights.permissions import policy


def groups_beyond(manager: Any, groups: Iterable[Any]) -> list[str]:
    """Give the names of those groups that have access to a register which the manager does not administer."""
    if manager.is_superuser:
        return []
    own = policy.registers(manager, Permission.ADMINISTER).values("pk")
    beyond = RegisterAccess.objects.filter(group__in=groups).exclude(register__in=own)
    return list(Group.objects.filter(pk__in=beyond.values("group")).order_by("name").values_list("name", flat=True))


def guard_new_user(request: HttpRequest) -> HttpResponse | None:
    """Refuse to make a user who would get access to requests."""
    return _guard(request, present=set(), was_superuser=False) if request.method == "POST" else None


def guard_edited_user(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Refuse to give a user access to requests, or to take over the account of one who has it."""
    if request.method != "POST" or request.user.is_superuser:
        return None
    present = set(user.groups.values_list("pk", flat=True))
    refusal = _guard(request, present=present, was_superuser=user.is_superuser)
    if refusal is not None or user == request.user:
        return refusal
    takes_over = bool(request.POST.get("password1")) or request.POST.get("email", user.email) != user.email
    if takes_over and (user.is_superuser or groups_beyond(request.user, present)):
        return _refuse(request, _("This user has access to data protection requests. Ask a superuser to change it."))
    return None


def guard_bulk_action(request: HttpRequest, action_type: str, objects: Any, action: Any) -> HttpResponse | None:
    """Refuse to put several users at once into a group with access to requests."""
    role = (action.cleaned_form.cleaned_data if action.cleaned_form else {}).get("role")
    if action_type != "assign_role" or role is None:
        return None
    return _refuse_groups(request, groups_beyond(request.user, [role.pk]))


def _guard(request: HttpRequest, *, present: set[int], was_superuser: bool) -> HttpResponse | None:
    if request.user.is_superuser:
        return None
    if request.POST.get("is_superuser") and not was_superuser:
        return _refuse(request, _("Only a superuser can make another one: superusers see all requests."))
    wanted = {int(key) for key in request.POST.getlist("groups") if key.isdecimal()}
    return _refuse_groups(request, groups_beyond(request.user, wanted - present))


def _refuse_groups(request: HttpRequest, names: list[str]) -> HttpResponse | None:
    if not names:
        return None
    text = _("Only a superuser or an administrator of its registers can add users to: %(groups)s.")
    return _refuse(request, text % {"groups": ", ".join(names)})


def _refuse(request: HttpRequest, text: str) -> HttpResponse:
    messages.error(request, text)
    return redirect(reverse("wagtailusers_users:index"))
