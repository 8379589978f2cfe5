"""The page on which a contact without an account answers; its face is `views.case`."""
