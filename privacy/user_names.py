"""What users are called where a row keeps the name; screens of the admin ask Wagtail's get_user_display_name."""

from typing import Any

LONGEST = 200


def display_name(user: Any) -> str:
    """Give the name that stays when the user is gone, at most 200 characters; empty for nobody."""
    return (user.get_full_name().strip() or user.get_username())[:LONGEST] if user is not None else ""
