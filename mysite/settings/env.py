"""Reading the environment."""

import os


def csv_setting(name: str, default: str = "") -> list[str]:
    """Give the comma-separated values of an environment variable, without blanks."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def flag(name: str, *, default: bool) -> bool:
    """Give an environment variable as a yes or no."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}
