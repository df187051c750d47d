"""The cookie of a browser that has shown it knows whose appointment it is: of one appointment, for half an hour."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.platform.settings import settings
from web.sessions import cookie_name, passing_cookie

COOKIE, SECONDS = "appuntamento", 30 * 60
ID_LETTERS = 32


def proof_for(request: Request[Any, Any, Any], token: str) -> str:
    """What this browser keeps for the address that ends in ``token``; empty when it has shown nothing for it."""
    kept = request.cookies.get(cookie_name(COOKIE, settings()), "")
    return kept[ID_LETTERS:] if kept[:ID_LETTERS] == token[:ID_LETTERS] else ""


def remembering_proof(answer: Response[Any], appointment_id: UUID, proof: str) -> Response[Any]:
    """The answer, with the cookie."""
    answer.set_cookie(passing_cookie(COOKIE, appointment_id.hex + proof, settings(), seconds=SECONDS))
    return answer
