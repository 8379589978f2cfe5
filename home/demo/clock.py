"""Moves the clock while the demo's past is loaded: what is done then is dated then, by the same actions as ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

from django.utils import timezone

_OFFICE_HOUR = 9


@contextmanager
def weeks_ago(weeks: int) -> Iterator[None]:
    """Let it be the morning of a day some weeks ago; of this day the moment that it is."""
    if not weeks:
        yield
        return
    day = timezone.localtime(timezone.now() - timedelta(weeks=weeks))
    moment = day.replace(hour=_OFFICE_HOUR, minute=0, second=0, microsecond=0)
    with patch("django.utils.timezone.now", lambda: moment):
        yield
