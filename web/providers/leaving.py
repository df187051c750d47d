"""The page between us and a provider: a form that sends itself, with a button for who has no scripts."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from litestar import Request, Response

from domain.platform.settings import settings
from web.rendering import page
from web.security import headers


def leaving(request: Request[Any, Any, Any], address: str, fields: Mapping[str, str]) -> Response[str]:
    """200 with the form that brings our message, or with a link where there is no form.

    Only this page may send a form to another site, and only to that of the provider.
    """
    answer = page(request, "pages/leaving.html", address=address, fields=fields)
    parts = urlsplit(address)
    allowed = headers(secure=settings().secure_cookies, form_actions=(f"{parts.scheme}://{parts.netloc}",))
    answer.headers["Content-Security-Policy"] = allowed["Content-Security-Policy"]
    answer.headers["Cache-Control"] = "no-store"
    return answer
