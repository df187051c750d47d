"""Rosa, and a sheet as somebody without scripts fills it in."""

from typing import Any
from uuid import UUID

import pytest

from domain.platform.work import unit_of_work
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.terms import ContactKind
from tests.backoffice.conftest import Office
from tests.support.given import LONG_AGO, SYSTEM, a_person
from tests.support.html import Browser, Page
from tests.support.personas import ROSA

SEARCH = "Cerca"
FILLED: dict[str, Any] = {
    "civil_status": "3",
    "citizenship": "IT",
    "channel": "PERSONA",
    "reasons": ["SPONTANEO"],
    "needs.0.code": "sfratto",
    "needs.0.side": "both",
    "needs.1.code": "Solitudine",
    "needs.2.code": "Aiuto a casa",
    "requests.0.code": "Assistenza domiciliare",
    "requests.1.code": "Telesoccorso",
    "requests.1.minutes": "15",
    "outcome": "orientation",
}


@pytest.fixture
async def rosa(office: Office) -> UUID:
    """Rosa, of whom the registry knows how to reach her and where she lives."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
        contact = RecordContact(person_id=person_id, kind=ContactKind.PHONE, value="333 1234567")
        await record_contact(work, SYSTEM, contact)
        home = RecordResidence(person_id=person_id, street="Via Lunga 1", starts_on=LONG_AGO)
        await record_residence(work, SYSTEM, home)
    return person_id


async def chosen(browser: Browser, words: str = ROSA.family_name) -> Page:
    """The sheet once somebody is found and chosen, without scripts."""
    empty = await browser.open("/accoglienza/schede/nuova")
    found = await browser.send(empty.form(SEARCH).fill({"who": words}))
    return await browser.send(found.form(ROSA.full_name))
