"""The language of a visit."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

# Addresses that have no language; what is not found there is not looked for under one.
WITHOUT_LANGUAGE = ("/api/", "/privacy/", "/admin/", "/django-admin/", "/static/", "/media/")


class PageLocaleMiddleware(LocaleMiddleware):
    """Django's middleware, which leads addresses that are not found to the visitor's language, but only pages."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Leave a plain 404 alone where addresses have no language."""
        if request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)
