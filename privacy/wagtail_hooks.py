"""Gathers what the rooms register in the admin."""

from privacy.importer import wagtail_hooks as importer_hooks
from privacy.inbox import wagtail_hooks as inbox_hooks
from privacy.notices import wagtail_hooks as notices_hooks
from privacy.registers import wagtail_hooks as registers_hooks
from privacy.rights import wagtail_hooks as rights_hooks
from privacy.starter import wagtail_hooks as starter_hooks

__all__ = ["inbox_hooks", "importer_hooks", "notices_hooks", "registers_hooks", "rights_hooks", "starter_hooks"]
