"""Keeps what people typed out of the reports that Django writes of errors."""

from django.http import HttpRequest


def hide_from_error_reports(request: HttpRequest) -> None:
    """Mark every posted value as sensitive, as Django's decorator `sensitive_post_parameters` does."""
    request.sensitive_post_parameters = "__ALL__"  # type: ignore[attr-defined]
