"""The editor of notices with the checks beside it: Wagtail 8 only, before that its views cannot be replaced."""
