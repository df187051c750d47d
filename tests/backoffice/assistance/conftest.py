"""The help desk with Fatima: the office's site, and the portal that her telephone opens."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import httpx
import pytest

from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.app import create_app
from tests.backoffice.conftest import Office
from tests.support.applications import ANSWERS
from tests.support.given import SYSTEM, a_person
from tests.support.html import Browser, Form, Page
from tests.support.personas import FATIMA
from tests.support.sites import one_site


@dataclass(frozen=True)
class HelpDesk:
    """The operator's browser, Fatima, and browsers of telephones."""

    office: Office
    operator: Browser
    person_id: UUID
    app: Any
    opened: list[httpx.AsyncClient]

    def phone(self, address: str = "10.1.1.1", language: str = "ar") -> Browser:
        """A telephone whose browser speaks ``language``, seen from ``address``."""
        transport = httpx.ASGITransport(app=cast(Any, self.app), client=(address, 40000))
        headers = {"accept-language": language}
        client = httpx.AsyncClient(
            transport=transport, base_url=settings().portal_url, follow_redirects=True, headers=headers
        )
        self.opened.append(client)
        return Browser(client)

    async def begin(self, **facts: Any) -> Page:
        """The operator begins an application for home care with Fatima: the first step."""
        page = await self.operator.open(f"/persone/{self.person_id}/domande/nuova")
        given = {
            "service_slug": "assistenza-domiciliare",
            "way": "document",
            "document_kind": "residence_permit",
            "document_number": "I1234567",
            "document_expires_on": "2099-01-01",
        }
        return await self.operator.send(page.form("Inizia la domanda").fill(given | facts))

    async def answer(self, page: Page, button: str = "Salva e continua", **changes: Any) -> Page:
        """Fill in the step that ``page`` shows and press the button; what comes up on the way is answered too."""
        form = page.form(button)
        values = {k: v for k, v in (ANSWERS[str(form.fields["step"])] | changes).items() if k != "codice_fiscale"}
        there = {name: value for name, value in values.items() if page.soup.select(f'[name="{name}"]')}
        after = await self.operator.send(form.fill(there))
        if after.status == 200 and len(there) < len(values) and "qualche domanda in più" in after.text:
            return await self.operator.send(after.form(button).fill(values))
        return after

    async def to_review(self) -> Page:
        """The review, with everything answered."""
        page = await self.begin()
        for key in ANSWERS:
            assert page.form("Salva e continua").fields["step"] == key, page.text
            page = await self.answer(page)
        return page


def link_in(page: Page) -> str:
    """The path of the link that the code on the operator's page holds."""
    found = re.search(r"/insieme/[0-9a-f]{64}", str(page.one("#screen-link")["href"]))
    assert found is not None
    return found.group()


async def follow(phone: Browser, link: str) -> Page:
    """The telephone opens the link, and presses the one button that is there."""
    page = await phone.open(link)
    assert page.status == 200
    opening = page.one(f"form[action='{link}']")
    return await phone.send(Form(opening, opening.find_all("button")[-1]))


@pytest.fixture
async def help_desk(office: Office) -> AsyncIterator[HelpDesk]:
    """An operator of the desk, and Fatima before them."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory, FATIMA)
    operator = await office.at_work(Role.DESK_OPERATOR, names="Anna Sportello")
    desk = HelpDesk(office, operator, person_id, one_site(create_app, office.connection), [])
    yield desk
    for client in desk.opened:
        await client.aclose()
