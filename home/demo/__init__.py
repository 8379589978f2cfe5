"""The demo: five invented organisations, their notices and forms; loaded by `manage.py load_demo`."""
