"""The report of all notices."""
