"""The page for an operator whom a provider sent back, or whom we do not let in."""

from typing import Any

from litestar import Request, Response

from backoffice.sign_in.paths import return_path
from domain.access.actions.note_refused_sign_in import note_refused_sign_in
from domain.access.refusals import SignInFailed
from domain.kernel.text import Text, _
from web.rendering import page

UNKNOWN = _("Chi ti ha dato l'identità digitale non è nel nostro elenco.")


def refused(request: Request[Any, Any, Any], failure: SignInFailed, next_path: str = "") -> Response[Any]:
    """The page (403) for ``failure``, with a number that stands in the log beside the reason."""
    number = note_refused_sign_in(failure)
    return _page(request, 403, failure.message, failure.return_path or next_path, number)


def unknown_provider(request: Request[Any, Any, Any], next_path: str = "") -> Response[Any]:
    """The page (404) for a provider that is in no list of ours."""
    return _page(request, 404, UNKNOWN, next_path, "")


def _page(request: Request[Any, Any, Any], status: int, why: Text, next_path: str, number: str) -> Response[Any]:
    shown = page(request, "sign_in/refused.html", status=status, why=why, next=return_path(next_path), number=number)
    shown.headers["Cache-Control"] = "no-store"
    return shown
