"""Refusals and failures as pages, fragments or JSON. Handlers here are sync: Litestar 2 calls them so."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import uuid4

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from domain.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound, Refused, RuleBroken
from domain.kernel.text import Text, _
from domain.platform.observability import log
from web.access import LevelTooLow, NotSignedIn, ProofNeeded, ScreenGone
from web.body_limit import largest_megabytes
from web.locale import sentence
from web.rendering import page
from web.requests import htmx

STATUS: dict[type[Refused], int] = {Invalid: 422, RuleBroken: 422, NotFound: 404, NotAllowed: 403, Conflict: 409}

TITLES: dict[int, Text] = {
    400: _("Questa richiesta non è chiara"),
    403: _("Non puoi aprire questa pagina"),
    404: _("Pagina non trovata"),
    405: _("Questa operazione non si può fare qui"),
    409: _("I dati sono cambiati"),
    413: _("Il file è troppo grande"),
    422: _("Non è possibile andare avanti"),
    429: _("Troppe richieste in poco tempo"),
    500: _("C'è un problema tecnico"),
    503: _("Questo servizio è fermo per manutenzione"),
}
ADVICE: dict[int, Text] = {
    400: _("Torna indietro e riprova. Se non funziona, chiamaci."),
    403: _("Se pensi che sia uno sbaglio, chiamaci o torna all'inizio."),
    404: _("Forse l'indirizzo è sbagliato, oppure la pagina non è tua. Torna all'inizio o chiamaci."),
    405: _("Torna indietro e riprova."),
    413: _("Puoi mandare file fino a %(megabytes)s MB. Prova a fare una foto più piccola o manda un file alla volta."),
    429: _("Aspetta un minuto e riprova."),
    500: _("Non è colpa tua e i dati salvati ci sono ancora. Riprova tra poco o chiamaci."),
    503: _("Stiamo lavorando per farlo ripartire. I dati salvati ci sono ancora. Riprova tra poco."),
}


class RouteOff(Exception):
    """The route has been turned off for now."""


def refused(request: Request[Any, Any, Any], refusal: Refused) -> Response[Any]:
    """What a domain refusal looks like."""
    status = next((status for kind, status in STATUS.items() if isinstance(refusal, kind)), 422)
    advice = None if status in (404, 403) and refusal.message is type(refusal).default else refusal.message
    return _answer(request, status, advice)


def http_failed(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """What a protocol error looks like."""
    return _answer(request, error.status_code)


def not_signed_in(request: Request[Any, Any, Any], _error: NotSignedIn) -> Response[Any]:
    """Send people to sign in; afterwards they come back to where they were."""
    target = (
        request.url.path if request.method in ("GET", "HEAD") else urlsplit(request.headers.get("referer", "")).path
    )
    path = f"/accedi?next={quote(target or '/')}"
    if htmx.is_htmx(request):
        return Response("", headers={"HX-Redirect": path})
    return Redirect(path, status_code=303)


def level_too_low(request: Request[Any, Any, Any], _error: LevelTooLow) -> Response[Any]:
    """Say that SPID or CIE is needed here, with the way to it and back; what was reached with the code stays open."""
    path = request.url.path if request.method in ("GET", "HEAD") else ""
    if htmx.is_htmx(request):
        return Response("", headers={"HX-Redirect": f"/accedi?next={quote(path)}"})
    return page(request, "pages/level.html", status=403, next=path)


def screen_gone(request: Request[Any, Any, Any], _error: ScreenGone) -> Response[Any]:
    """Say that the link holds no longer, whatever became of it. A page that asks by itself is led here."""
    if htmx.is_htmx(request):
        return Response("", headers={"HX-Redirect": request.url.path})
    return page(request, "pages/screen_gone.html", status=410)


def too_many(request: Request[Any, Any, Any]) -> Response[Any]:
    """Say that somebody tries too often."""
    return _answer(request, 429)


def proof_needed(_request: Request[Any, Any, Any], needed: ProofNeeded) -> Response[Any]:
    """The page that asks once more who is there; it was made where the guard stood."""
    return needed.answer


def route_off(request: Request[Any, Any, Any], _error: RouteOff) -> Response[Any]:
    """Say that the route is off for now."""
    return _answer(request, 503)


def failed(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """A defect of ours: a page with a number that stands in the log too."""
    number = uuid4().hex[:8]
    log.error("failed", number=number, route=request.scope.get("path_template"), exc_info=error)
    return _answer(request, 500, number=number)


def _advice(status: int) -> Text:
    advice = ADVICE.get(status, ADVICE[400])
    return replace(advice, values={"megabytes": largest_megabytes()}) if status == 413 else advice


def _answer(
    request: Request[Any, Any, Any], status: int, advice: Text | None = None, number: str = ""
) -> Response[Any]:
    known = status if status in TITLES else (500 if status >= 500 else 400)
    title, words = sentence(TITLES[known]), sentence(advice or _advice(known))
    if request.headers.get("accept", "").startswith("application/json"):
        return Response({"status": status, "title": title, "detail": words}, status_code=status)
    if "visit" not in request.scope.get("state", {}):
        return Response(f"{title}. {words}", status_code=status, media_type="text/plain")
    return page(
        request,
        "pages/error.html",
        block="refusal",
        status=status,
        title=title,
        advice=words,
        status_code=status,
        number=number,
    )


HANDLERS: dict[Any, Any] = {
    Refused: refused,
    HTTPException: http_failed,
    NotSignedIn: not_signed_in,
    LevelTooLow: level_too_low,
    ProofNeeded: proof_needed,
    ScreenGone: screen_gone,
    RouteOff: route_off,
    Exception: failed,
}
