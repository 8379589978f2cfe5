"""The filters of the list, in Wagtail's header."""

from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name

from privacy.inbox.choices import DAYS_OF, ME, NOBODY, STATES_OF, UNKNOWN, Due, StateGroup
from privacy.inbox.due_days import due_within
from privacy.inbox.scope import reach_of
from privacy.registers.choices import Permission
from privacy.rights.choices import OPEN_STATES, Channel, Right
from privacy.rights.models.requests import RightsRequest
from privacy.rights.permissions import Reach
from privacy.site_languages import language_choices

_RADIO = {"widget": forms.RadioSelect, "empty_label": _("All")}
_BOXES = {"widget": forms.CheckboxSelectMultiple}


class RequestFilterSet(WagtailFilterSet):
    """Narrows the list; right and register are looked for on one item that the user may see."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=StateGroup.choices, **_RADIO)
    due = django_filters.ChoiceFilter(label=_("Due"), choices=Due.choices, **_RADIO)
    handler = django_filters.ChoiceFilter(label=_("Handler"), choices=[], **_RADIO)
    right = django_filters.MultipleChoiceFilter(label=_("Right"), choices=Right.choices, **_BOXES)
    register = django_filters.MultipleChoiceFilter(label=_("Register"), choices=[], **_BOXES)
    channel = django_filters.MultipleChoiceFilter(label=_("Came in by"), choices=Channel.choices, **_BOXES)
    received = django_filters.DateFromToRangeFilter(label=_("Received"), widget=DateRangePickerWidget)
    language = django_filters.MultipleChoiceFilter(label=_("Language"), choices=language_choices, **_BOXES)

    class Meta:
        model = RightsRequest
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reach = reach_of(self.request)
        names = [(str(register.pk), register.name) for register in self.reach.registers()]
        self.filters["register"].extra["choices"] = [*names, (UNKNOWN, _("Register not known"))]
        self.filters["handler"].extra["choices"] = handler_choices(self.reach)

    def filter_queryset(self, queryset: QuerySet[RightsRequest]) -> QuerySet[RightsRequest]:
        """Narrow the requests by all filters at once."""
        values = self.form.cleaned_data
        if states := STATES_OF.get(values["state"]):
            queryset = queryset.filter(state__in=states)
        if due := DAYS_OF.get(values["due"]):
            queryset = queryset.filter(due_within(*due, zones=self.reach.zones()), state__in=OPEN_STATES)
        if values["handler"]:
            queryset = queryset.filter(self._handled_by(values["handler"]))
        if received := values["received"]:
            queryset = queryset.filter(_received(received))
        for name in ("channel", "language"):
            if values[name]:
                queryset = queryset.filter(**{f"{name}__in": values[name]})
        return self._with_item(queryset, values["right"], values["register"])

    def _handled_by(self, value: str) -> Q:
        if value == NOBODY:
            return Q(owner__isnull=True, owner_name="")
        return Q(owner=self.reach.user.pk if value == ME else value)

    def _with_item(self, queryset: Any, rights: Any, registers: Any) -> Any:
        if not rights and not registers:
            return queryset
        items = self.reach.items().filter(request=OuterRef("pk"))
        if rights:
            items = items.filter(right__in=rights)
        if registers:
            keys = [key for key in registers if key != UNKNOWN]
            unknown = Q(register__isnull=True) if UNKNOWN in registers else Q(pk__in=[])
            items = items.filter(Q(register__in=keys) | unknown)
        return queryset.filter(Exists(items))


def _received(days: slice) -> Q:
    condition = Q()
    if days.start:
        condition &= Q(received_on__gte=days.start.date())
    if days.stop:
        condition &= Q(received_on__lte=days.stop.date())
    return condition


def handler_choices(reach: Reach) -> list[tuple[str, Any]]:
    """Give oneself, nobody, and the users who may handle requests of the registers in reach."""
    users = get_user_model()._default_manager.filter(
        groups__register_access__permission=Permission.HANDLE,
        groups__register_access__register__in=reach.keys(),
    )
    names = sorted(
        ((str(user.pk), get_user_display_name(user)) for user in users.distinct()),
        key=lambda choice: choice[1].casefold(),
    )
    return [(ME, _("Me")), (NOBODY, _("Nobody")), *names]
