"""The two services: each takes a POST with a bearer token, and answers or refuses as ANPR does."""

import secrets
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.params import FromPath

from e2e.emulators.civil_registry import answers
from e2e.emulators.civil_registry.people import FILE, found, residents

SERVICES = {"C001", "C021"}
NOBODY = "EN122"
PROBLEM = "application/problem+json"


def create_app(*, token: str, file: Path = FILE) -> Litestar:
    """The registry over the people of ``file``; it answers only to who shows ``token``."""
    return Litestar(
        [show, answer], state=State({"token": token, "file": file}), openapi_config=None, logging_config=None
    )


@get("/", sync_to_thread=False)
def show(state: State) -> dict[str, Any]:
    """That it is up, and how many people it has."""
    return {"people": len(residents(state.file)), "file": str(state.file)}


@post("/{service:str}/anpr-service-e002", status_code=200)
async def answer(request: Request[Any, Any, Any], state: State, service: FromPath[str]) -> Response[dict[str, Any]]:
    """One question of C001 or C021."""
    number = secrets.token_hex(8)
    if request.headers.get("authorization") != f"Bearer {state.token}":
        return _refuse(401, "GOVWAY-1361", "Non autorizzato", number)
    asked = await request.json()
    if (wrong := _wrong(service, asked)) is not None:
        return _refuse(400, "EN000", wrong, number)
    people = found(state.file, asked["criteriRicerca"])
    if not people:
        return _refuse(404, NOBODY, "Soggetto non trovato", number)
    if service == "C001":
        return Response(answers.people(people, number))
    home = people[0].household
    return Response(answers.household(home["members"], home, number))


def _wrong(service: str, asked: Any) -> str | None:
    """What ANPR would not take."""
    if service not in SERVICES or not isinstance(asked, dict):
        return "Servizio o richiesta non validi"
    told, criteria = asked.get("datiRichiesta"), asked.get("criteriRicerca")
    if not str(asked.get("idOperazioneClient", "")).isdigit():
        return "idOperazioneClient deve essere numerico"
    if not isinstance(told, dict) or not isinstance(criteria, dict) or not criteria:
        return "Mancano i criteri o i dati della richiesta"
    if told.get("casoUso") != service or not told.get("motivoRichiesta") or not told.get("dataRiferimentoRichiesta"):
        return "Mancano casoUso, motivoRichiesta o dataRiferimentoRichiesta"
    return None


def _refuse(status: int, code: str, text: str, number: str) -> Response[dict[str, Any]]:
    return Response(answers.refusal(code, text, number), status_code=status, media_type=PROBLEM)
