"""Versions of notices in the admin: list, difference, withdrawal, review, removal of a person's details, report."""
