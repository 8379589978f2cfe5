#!/usr/bin/env python
"""Django's command line for the host site."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # A machine that has a secret key is a server: its commands must not run with the settings for development.
    settings = "production" if os.environ.get("SECRET_KEY") else "dev"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"mysite.settings.{settings}")
    execute_from_command_line(sys.argv)
