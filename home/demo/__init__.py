"""The demo: five invented organisations, their notices, forms and requests; loaded by `manage.py load_demo`."""
