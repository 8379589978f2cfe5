"""Wagtail's screens of users, groups and tokens, which here ask `accounts.py` who may change whose account.

Our `ready()` sets the viewsets where they are Wagtail's own. A host with viewsets of its own puts the mixins before
Wagtail's classes; a start-up check says so.
"""

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import UserViewSet

from privacy.inbox.access.accounts import accounts_beyond, groups_beyond, is_beyond

# What may be changed of an account that the manager must not act as: names, and less access.
FREE_FIELDS = frozenset({"first_name", "last_name", "groups", "is_active"})

LOCKED = _("This user has access to data protection requests: only a superuser can change this.")
NO_SUPERUSER = _("Only a superuser can make another one: superusers see all requests.")
NOT_THESE_GROUPS = _("Only a superuser or an administrator of its registers can add users to: %(groups)s.")
NOT_DELETED = _("This user has access to data protection requests. Ask a superuser to delete the account.")
GROUP_NOT_DELETED = _("This group has access to data protection requests. Ask a superuser to delete it.")


class AccountFormMixin:
    """A form of an account in which `manager` can pass on no access that he does not administer."""

    def __init__(self, *args: Any, manager: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.manager = manager
        self.is_beyond = is_beyond(manager, self.instance)  # type: ignore[attr-defined]
        fields: dict[str, Any] = self.fields  # type: ignore[attr-defined]
        if not manager.is_superuser and "is_superuser" in fields:
            self._lock("is_superuser", NO_SUPERUSER)
        for name in fields.keys() - FREE_FIELDS if self.is_beyond else ():
            self._lock(name, LOCKED)
        if self.is_beyond and "is_active" in fields and not self.instance.is_active:  # type: ignore[attr-defined]
            self._lock("is_active", LOCKED)

    def _lock(self, name: str, reason: Any) -> None:
        field: Any = self.fields[name]  # type: ignore[attr-defined]
        field.disabled, field.required, field.help_text = True, False, reason

    def clean_groups(self) -> Any:
        """Refuse groups with access that the manager does not administer; leaving one is free."""
        groups = self.cleaned_data["groups"]  # type: ignore[attr-defined]
        instance: Any = self.instance  # type: ignore[attr-defined]
        present = set(instance.groups.values_list("pk", flat=True)) if instance.pk else set()
        if names := groups_beyond(self.manager, [group.pk for group in groups if group.pk not in present]):
            raise ValidationError(NOT_THESE_GROUPS % {"groups": ", ".join(names)})
        return groups


def _with(mixin: type, base: type) -> type:
    """Give a class with a mixin before it, unless it has it already."""
    return base if issubclass(base, mixin) else type(base.__name__, (mixin, base), {"__module__": base.__module__})


class ManagerMixin:
    """Gives the form of an account the user who fills it in."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the manager."""
        return {**super().get_form_kwargs(), "manager": self.request.user}  # type: ignore[misc]


class AccountDeletionMixin:
    """Refuses to delete an account that the manager must not act as."""

    list_address, refusal = "wagtailusers_users:index", NOT_DELETED

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask before it is confirmed, or say why not."""
        return self._refusal() or super().get(request, *args, **kwargs)  # type: ignore[misc]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Delete, or say why not."""
        return self._refusal() or super().post(request, *args, **kwargs)  # type: ignore[misc]

    def _refusal(self) -> HttpResponse | None:
        view: Any = self
        return _refused(view.request, self.refusal, self.list_address) if self.may_not(view.get_object()) else None

    def may_not(self, account: Any) -> bool:
        """Tell whether the account is beyond who wants to delete it."""
        view: Any = self
        return is_beyond(view.request.user, account)


class GroupDeletionMixin(AccountDeletionMixin):
    """Refuses to delete a group with access that the manager does not administer: it would be gone for all members."""

    list_address, refusal = "wagtailusers_groups:index", GROUP_NOT_DELETED

    def may_not(self, account: Any) -> bool:
        """Tell whether the group has access beyond who wants to delete it."""
        view: Any = self
        return bool(groups_beyond(view.request.user, [account.pk]))


class AccountViewSetMixin:
    """To be put before Wagtail's UserViewSet. No copying: Wagtail's copy saves over the account that is copied."""

    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type:
        """Give the form, guarded."""
        return _with(AccountFormMixin, super().get_form_class(for_update))  # type: ignore[misc]

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        """Make the views that write, guarded."""
        if view_class in (self.add_view_class, self.edit_view_class):  # type: ignore[attr-defined]
            view_class = _with(ManagerMixin, view_class)
        elif view_class is self.delete_view_class:  # type: ignore[attr-defined]
            view_class = _with(AccountDeletionMixin, view_class)
        return super().construct_view(view_class, **kwargs)  # type: ignore[misc]


class GroupViewSetMixin:
    """To be put before Wagtail's GroupViewSet."""

    copy_view_enabled = False

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        """Make the view that deletes, guarded."""
        if view_class is self.delete_view_class:  # type: ignore[attr-defined]
            view_class = _with(GroupDeletionMixin, view_class)
        return super().construct_view(view_class, **kwargs)  # type: ignore[misc]


class GuardedUserViewSet(AccountViewSetMixin, UserViewSet):
    """Wagtail's screens of users, guarded."""


class GuardedGroupViewSet(GroupViewSetMixin, GroupViewSet):
    """Wagtail's screens of groups, guarded."""


# By the name of the setting on the AppConfig of wagtail.users: Wagtail's own, ours, and the mixin that a host needs.
VIEWSETS = {
    "user_viewset": (UserViewSet, GuardedUserViewSet, AccountViewSetMixin),
    "group_viewset": (GroupViewSet, GuardedGroupViewSet, GroupViewSetMixin),
}


def guard_accounts() -> None:
    """Put the guarded screens in the place of Wagtail's own, and of nobody else's. Before the addresses are made."""
    config: Any = apps.get_app_config("wagtailusers")
    for name, (theirs, ours, _mixin) in VIEWSETS.items():
        if getattr(config, name) == _path(theirs):
            setattr(config, name, _path(ours))
    if apps.is_installed("wagtail.api.v3"):
        guard_tokens()


def _path(viewset: type) -> str:
    return f"{viewset.__module__}.{viewset.__name__}"


class TokenOwnersMixin:
    """Leaves the tokens of accounts that the manager must not act as alone."""

    request: HttpRequest

    def get_queryset(self) -> Any:
        """Give the tokens of the others."""
        return super().get_queryset().exclude(user__in=accounts_beyond(self.request.user))  # type: ignore[misc]


class NewTokenMixin:
    """Makes no token for an account that the manager must not act as."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer the others only."""
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        beyond = accounts_beyond(self.request.user).values("pk")
        return {**kwargs, "manageable_users": kwargs["manageable_users"].exclude(pk__in=beyond)}

    def form_valid(self, form: Any) -> HttpResponse:
        """Ask again, whatever the form offered."""
        if is_beyond(self.request.user, form.cleaned_data["user"]):
            raise PermissionDenied
        return super().form_valid(form)  # type: ignore[misc]


def guard_tokens() -> None:
    """Put the guarded views in the place of those of the tokens of the API, whose viewset cannot be chosen."""
    from wagtail.users.views.api_tokens import APITokenViewSet  # since Wagtail 8.0

    APITokenViewSet.add_view_class = _with(NewTokenMixin, APITokenViewSet.add_view_class)
    for name in ("index_view_class", "edit_view_class", "delete_view_class"):
        setattr(APITokenViewSet, name, _with(TokenOwnersMixin, getattr(APITokenViewSet, name)))


def guard_bulk_action(request: HttpRequest, action_type: str, objects: Any, action: Any) -> HttpResponse | None:
    """Refuse what is done with several users at once if one of them, or the group, is beyond the manager.

    To let accounts rest is free.
    """
    if action.model is not get_user_model():
        return None
    chosen = action.cleaned_form.cleaned_data if action.cleaned_form else {}
    if action_type == "assign_role":
        names = groups_beyond(request.user, [chosen["role"].pk]) if chosen.get("role") else []
        return _refused(request, NOT_THESE_GROUPS % {"groups": ", ".join(names)}) if names else None
    if action_type == "set_active_state" and chosen.get("mark_as_active") is False:
        return None
    beyond = accounts_beyond(request.user).filter(pk__in=[one.pk for one in objects])
    if not beyond.exists():
        return None
    names = [str(name) for name in beyond.order_by("pk").values_list(beyond.model.USERNAME_FIELD, flat=True)]
    text = gettext("Nothing was done. Only a superuser can do this with: %(users)s.")
    return _refused(request, text % {"users": ", ".join(names)})


def _refused(request: HttpRequest, text: Any, address: str = "wagtailusers_users:index") -> HttpResponse:
    messages.error(request, text)
    return redirect(address)
