"""Operators come in with SPID and CIE: those who exist and are enabled, nobody else."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.access.actions.federation.renew_federation import renew_federation
from domain.access.gateways.saml.parties import Departure
from domain.kernel.roles import Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import LONG_AGO, SYSTEM
from tests.support.html import Browser, Form, Page
from tests.support.outside.cie import PROVIDER, Cie, a_cie
from tests.support.personas import ROSA
from tests.support.saml.federation import Asked, Federation, enrolled

MARIA = "RSSMRA80A41H501Y"


async def an_operator_called(office: Office, codice_fiscale: str, *, has_role: bool = True) -> UUID:
    """Somebody with this codice fiscale works in the office."""
    territory = office.territory
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person = {"given_name": "Maria", "family_name": "Rossi", "email": "maria@prova.example"}
        command = RegisterOperator(ente_id=territory.comune_id, codice_fiscale=codice_fiscale, **person)
        operator_id = await register_operator(work, SYSTEM, command)
        if has_role:
            role = AssignRole(
                operator_id=operator_id, office_id=territory.office_id, role=Role.SOCIAL_WORKER, starts_on=LONG_AGO
            )
            await assign_role(work, SYSTEM, role)
    return operator_id


@pytest.fixture
async def federation(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Federation]:
    """One SPID provider, in our register."""
    with enrolled(monkeypatch):
        found = Federation()
        await found.join(tmp_path, office.connection)
        yield found


@pytest.fixture
async def cie(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cie:
    """CIE, whose chain we hold."""
    found = a_cie(monkeypatch, tmp_path)
    assert await renew_federation(bind=office.connection) == 1
    return found


async def with_spid(browser: Browser, federation: Federation, more: str = "", **changes: Any) -> Page:
    """From the button to wherever one ends."""
    page = await browser.open(federation.login + more)
    form = Form(page.one("form[data-leave]"), page.one("form[data-leave] button"))
    asked = Asked(Departure(form.action, form.fields))
    right = replace(federation.right(asked), return_address=f"{settings().backoffice_url}/spid/acs")
    answer = await browser.client.post("/spid/acs", data=federation.form(asked, replace(right, **changes)))
    return Page(answer)


async def with_cie(browser: Browser, cie: Cie) -> Page:
    sent = await browser.client.get(f"/cie/login?{urlencode({'op': PROVIDER})}", follow_redirects=False)
    return await browser.open(f"/cie/callback?{cie.come_back(sent.headers['location'])}")


async def sessions_of(office: Office, operator_id: UUID) -> list[tuple[str, str]]:
    """The way and the end of each."""
    wanted = sa.text("SELECT way, end_reason FROM access.session WHERE operator_id = :one ORDER BY created_at")
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        found = await (await work.session.connection()).execute(wanted, {"one": operator_id})
        return [(str(way), str(end)) for way, end in found]


async def is_outside(browser: Browser) -> bool:
    return (await browser.open("/scrivania")).path == "/accedi"


async def test_the_door_shows_only_the_ways_that_are_on(office: Office) -> None:
    assert "SPID" not in (await office.browser().open("/accedi")).text


async def test_an_operator_comes_in_with_spid_where_one_wanted_to_go(office: Office, federation: Federation) -> None:
    operator_id = await an_operator_called(office, MARIA)
    browser = office.browser()
    door = await browser.open("/accedi?next=/uffici")
    assert door.link("Identità di prova").startswith("/spid/login?idp=")
    page = await with_spid(browser, federation, "&next=/uffici")
    assert (page.status, page.path) == (200, "/uffici")
    assert await sessions_of(office, operator_id) == [("spid", "None")]


async def test_an_operator_comes_in_with_cie(office: Office, cie: Cie) -> None:
    await an_operator_called(office, ROSA.codice_fiscale)
    browser = office.browser()
    assert (await browser.open("/accedi")).link("Entra con CIE").startswith("/cie/login?op=")
    assert (await with_cie(browser, cie)).path == "/scrivania"


async def test_who_is_no_operator_stays_outside_and_no_account_is_made(office: Office, federation: Federation) -> None:
    browser = office.browser()
    page = await with_spid(browser, federation)
    assert page.status == 403
    assert "Nessun operatore entra con questa identità" in page.text
    assert await is_outside(browser)
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        counted = sa.text("SELECT count(*) FROM access.account")
        assert (await (await work.session.connection()).execute(counted)).scalar_one() == 0


async def test_a_disabled_operator_stays_outside(office: Office, federation: Federation) -> None:
    operator_id = await an_operator_called(office, MARIA)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        disable = sa.text("UPDATE organization.operator SET is_enabled = false WHERE id = :one")
        await (await work.session.connection()).execute(disable, {"one": operator_id})
    assert (await with_spid(office.browser(), federation)).status == 403


async def test_an_operator_without_a_role_today_is_told(office: Office, federation: Federation) -> None:
    await an_operator_called(office, MARIA, has_role=False)
    page = await with_spid(office.browser(), federation)
    assert page.status == 403
    assert "Oggi non hai un ruolo" in page.text


async def test_an_answer_for_the_portal_opens_nothing_here(office: Office, federation: Federation) -> None:
    await an_operator_called(office, MARIA)
    browser = office.browser()
    page = await with_spid(browser, federation, return_address=f"{settings().portal_url}/spid/acs")
    assert page.status == 403
    assert await is_outside(browser)


async def test_another_browser_opens_nothing(office: Office, cie: Cie) -> None:
    await an_operator_called(office, ROSA.codice_fiscale)
    browser, thief = office.browser(), office.browser()
    sent = await browser.client.get(f"/cie/login?{urlencode({'op': PROVIDER})}", follow_redirects=False)
    page = await thief.open(f"/cie/callback?{cie.come_back(sent.headers['location'])}")
    assert page.status == 403
    assert await is_outside(thief)


async def test_coming_in_again_ends_the_session_before(office: Office, federation: Federation) -> None:
    operator_id = await an_operator_called(office, MARIA)
    browser = office.browser()
    await with_spid(browser, federation)
    former = browser.client.cookies["backoffice"]
    await with_spid(browser, federation)
    assert browser.client.cookies["backoffice"] != former
    assert await sessions_of(office, operator_id) == [("spid", "replaced"), ("spid", "None")]


@pytest.mark.parametrize("path", ["https://altri.example/", "//altri.example", "/accedi"])
async def test_nobody_is_sent_to_another_site(office: Office, federation: Federation, path: str) -> None:
    await an_operator_called(office, MARIA)
    page = await with_spid(office.browser(), federation, f"&next={path}")
    assert (page.answer.url.host, page.path) == ("prova.test", "/scrivania")


async def test_an_unknown_provider_is_said(office: Office, federation: Federation) -> None:
    browser = office.browser()
    assert (await browser.open("/spid/login?idp=https://altri.example")).status == 404
    assert (await browser.open("/spid/login?idp=" + federation.provider.entity_id + "&way=eidas")).status == 200


async def test_an_operator_of_spid_proves_again_at_the_same_provider(office: Office, federation: Federation) -> None:
    await an_operator_called(office, MARIA)
    browser = office.browser()
    await with_spid(browser, federation)
    page = await browser.open("/conferma?next=/uffici")
    assert page.soup.select_one("[name=proof_password]") is None
    form = page.form("Conferma con SPID")
    sent = await browser.client.post(form.action, data=form.fields, follow_redirects=False)
    assert sent.headers["location"].startswith("/spid/login?idp=")
    assert "next=%2Fuffici" in sent.headers["location"]


async def test_the_journal_tells_who_was_sent_away(office: Office, federation: Federation) -> None:
    await with_spid(office.browser(), federation)
    ambito = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    page = await ambito.open("/amministrazione/accessi")
    assert "identità di nessun operatore" in page.text
    assert MARIA not in page.answer.text
