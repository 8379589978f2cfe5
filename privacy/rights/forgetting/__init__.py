"""Forgetting: the files of closed requests are anonymised when their time has passed (6-request-file.md)."""

from privacy.rights.forgetting.anonymising import anonymise_due, remove_left_files
from privacy.rights.forgetting.due import due_requests, requests_to_warn_of
from privacy.rights.forgetting.warning import warn_handlers

__all__ = ["anonymise_due", "due_requests", "remove_left_files", "requests_to_warn_of", "warn_handlers"]
