"""Signals for other sites; the app itself does not listen to them."""

from django.dispatch import Signal

# Sent after the commit, with `rights_request` (the record): a request was received by any road.
request_received = Signal()

# Sent after the commit, with `rights_request`: every item of a request has an outcome.
request_closed = Signal()
