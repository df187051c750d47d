"""The provider of an ente, and the ways through it."""

from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
import pytest

from domain.access.actions.ente_provider import answer_ente_sign_in as answering
from domain.access.actions.ente_provider import begin_ente_sign_in as beginning
from domain.kernel.roles import Role
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.platform.outside.http import new_http_client
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page
from tests.support.outside.ente_provider import CLIENT_ID, CLIENT_SECRET, ISSUER, EnteIdp

EMAIL = "sara@comune.example"


@pytest.fixture
def idp(monkeypatch: pytest.MonkeyPatch) -> EnteIdp:
    """The provider, on a network of its own."""
    found = EnteIdp(claims={"email": EMAIL})

    def client() -> httpx.AsyncClient:
        return new_http_client(found.transport)

    for module in (beginning, answering):
        monkeypatch.setattr(module, "new_http_client", client)
    return found


async def sara(office: Office, *, ente_id: UUID | None = None, codice_fiscale: str | None = None) -> UUID:
    """Somebody without a role yet."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person = {"given_name": "Sara", "family_name": "Nuova", "email": EMAIL, "codice_fiscale": codice_fiscale}
        return await register_operator(
            work, SYSTEM, RegisterOperator(ente_id=ente_id or office.territory.comune_id, **person)
        )


async def set_up(office: Office, *, group: str = "assistenti", **more: Any) -> Page:
    """The administrator connects the provider; whoever is in ``group`` is a social worker."""
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    form = (await admin.open("/ente/accesso")).form("Salva")
    facts = {"name": "Uffici", "issuer": ISSUER, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    page = await admin.send(form.fill(facts | {"is_enabled": "true"} | more))
    assert page.status == 200, page.text
    typed = {"group_value": group, "role": "social_worker", "office_id": str(office.territory.office_id)}
    return await admin.send(page.form("Aggiungi").fill(typed))


async def leave(browser: Browser, more: str = "") -> str:
    """The address of the provider to which the browser is sent."""
    door = (await browser.open("/accedi")).link("Entra con Uffici")
    sent = await browser.client.get(door + more, follow_redirects=False)
    assert sent.status_code == 302, sent.text
    return sent.headers["location"]


async def enter(browser: Browser, idp: EnteIdp, **changes: Any) -> Page:
    address = await leave(browser)
    back = parse_qs(urlsplit(address).query)["redirect_uri"][0]
    return await browser.open(f"{urlsplit(back).path}?{idp.come_back(address, **changes)}")


async def is_outside(browser: Browser) -> bool:
    return (await browser.open("/scrivania")).path == "/accedi"
