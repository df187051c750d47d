"""At the desk an operator asks the same questions, and finds what the citizen finds alone."""

import pytest

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office


async def test_an_operator_finds_the_services_with_the_person_and_nothing_is_kept(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open((await browser.open("/scrivania")).link("Orientamento"))
    page = await browser.send(page.form("Inizia"))
    page = await browser.send(page.form("Rispondi e continua").fill({"value": "no"}))
    page = await browser.send(page.form("Vedi subito i servizi"))
    assert "Servizi per cui adesso manca qualcosa" in page.text
    assert "Risposta a «Vive in questa zona»: No." in page.text
    assert page.link("Aiuto a casa").endswith("/servizi/assistenza-domiciliare")
    assert page.answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PLANNER])
async def test_who_does_not_receive_people_does_not_ask_them(office: Office, role: Role) -> None:
    browser = await office.at_work(role)
    assert (await browser.open("/orientamento")).status == 403
