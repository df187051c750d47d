"""Pages of text. Each is one address: help, contacts, and what the law wants to be told."""

from typing import Any

from litestar import Request, Response, get

from web.access import PUBLIC
from web.rendering import page


@get("/aiuto", name="help.show", **PUBLIC)
async def help_page(request: Request[Any, Any, Any]) -> Response[str]:
    """What people ask most often."""
    return page(request, "pages/help.html")


@get("/mediazione", name="mediation.show", **PUBLIC)
async def mediation(request: Request[Any, Any, Any]) -> Response[str]:
    """How to ask for a language mediator, which is free."""
    return page(request, "pages/mediation.html")


@get("/segnala", name="report.show", **PUBLIC)
async def report(request: Request[Any, Any, Any]) -> Response[str]:
    """To whom to say that something does not work."""
    return page(request, "pages/report.html")


@get("/privacy", name="privacy.show", **PUBLIC)
async def privacy(request: Request[Any, Any, Any]) -> Response[str]:
    """What happens to people's data (GDPR art. 13)."""
    return page(request, "pages/privacy.html")


@get("/note-legali", name="legal_notes.show", **PUBLIC)
async def legal_notes(request: Request[Any, Any, Any]) -> Response[str]:
    """Under which licence the texts are (C.SI.3.3)."""
    return page(request, "pages/legal_notes.html")


@get("/accessibilita", name="accessibility.show", **PUBLIC)
async def accessibility(request: Request[Any, Any, Any]) -> Response[str]:
    """The statement of accessibility, how to report a problem, and to whom to turn (L. 4/2004)."""
    return page(request, "pages/accessibility.html")


TEXT_PAGES: tuple[Any, ...] = (help_page, mediation, report, privacy, legal_notes, accessibility)
