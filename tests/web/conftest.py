"""A small site to try the kit on."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import httpx
import pytest
from litestar import Request, get, post
from litestar.params import FromPath
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.refusals import Conflict, NotAllowed, NotFound, RuleBroken
from domain.kernel.roles import Role
from domain.platform.settings import settings
from portal import app as portal_app
from web.access import CITIZEN, PUBLIC, operator
from web.assembly import assemble
from web.middleware import Surroundings
from web.security import headers
from web.visit import SignedIn, Site

ENTE = UUID("00000000-0000-4000-8000-000000000001")
REFUSALS: dict[str, Exception] = {
    "regola": RuleBroken(),
    "assente": NotFound(),
    "vietato": NotAllowed(),
    "cambiato": Conflict(),
    "rotto": RuntimeError("with a codice fiscale RSSMRA85M01H501Q"),
}


@get("/prova/{kind:str}", name="try", **PUBLIC)
async def refusing(kind: FromPath[str]) -> None:
    raise REFUSALS[kind]


@get("/riservata", name="reserved", **CITIZEN)
async def reserved() -> str:
    return "solo per te"


@get("/ufficio-riservato", name="office", **operator(Role.ENTE_ADMIN))
async def office() -> str:
    return "amministratore"


@post("/spedisci", name="send", status_code=200, **PUBLIC)
async def send() -> str:
    return "arrivato"


class Stage:
    """What the small site answers with, changed by the tests."""

    off: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def site(connection: AsyncConnection, stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    async def find_site(_request: Request[Any, Any, Any]) -> Site:
        return Site(ENTE, (ENTE,), "Comune di Prova", languages=("it", "en", "ar"))

    async def find_session(_request: Request[Any, Any, Any], token: str) -> SignedIn | None:
        if token != "buono":
            return None
        actor = Operator(uuid4(), ENTE, uuid4(), (ENTE,), roles=stage.roles)
        return SignedIn(uuid4(), actor, "Anna", 600)

    async def find_off(_request: Request[Any, Any, Any]) -> frozenset[str]:
        return stage.off

    surroundings = Surroundings("portal", find_site, find_session, find_off, headers(secure=False))
    folder = Path(portal_app.__file__).parent
    app = assemble(folder, surroundings, [refusing, reserved, office, send], settings())
    app.state["bind"] = connection
    transport = httpx.ASGITransport(app=cast(Any, app), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://prova.test") as client:
        yield client
