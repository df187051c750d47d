"""Opening a protected person's file in an emergency: with a reason, for some hours, seen by the heads."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Mail
from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.html import Browser, Page
from tests.support.personas import FATIMA, ROSA

REASON = "La signora è in pronto soccorso e serve il suo contatto."


async def hidden(office: Office) -> UUID:
    """Rosa, whom only one colleague may see."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
        reader = await an_operator(work, office.territory.office_id, names="Chi Può")
        command = ProtectIdentity(person_id=person_id, operator_ids=(reader.operator_id,))
        await protect_identity(work, SYSTEM, command)
    return person_id


async def ask(browser: Browser, codice_fiscale: str, reason: str = REASON) -> Page:
    form = (await browser.open("/emergenze")).form("Apri la scheda")
    return await browser.send(form.fill({"codice_fiscale": codice_fiscale, "reason": reason}))


async def readings(office: Office) -> list[tuple[str, bool]]:
    wanted = sa.text("SELECT purpose, is_granted FROM platform.reading ORDER BY created_at")
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        return [(row.purpose, row.is_granted) for row in await (await work.session.connection()).execute(wanted)]


async def test_the_file_opens_with_a_reason_and_closes_after_four_hours(office: Office) -> None:
    await hidden(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await ask(browser, ROSA.codice_fiscale)
    assert page.heading == ROSA.full_name
    assert ("emergency", True) in await readings(office)
    assert (await browser.open(page.path)).heading == ROSA.full_name
    with as_of(utcnow() + timedelta(hours=4, minutes=1)):
        later = await office.at_work(Role.SOCIAL_WORKER)
        assert (await later.open(page.path)).status == 404


async def test_nobody_else_sees_what_one_has_opened(office: Office) -> None:
    await hidden(office)
    page = await ask(await office.at_work(Role.SOCIAL_WORKER), ROSA.codice_fiscale)
    other = await office.at_work(Role.SOCIAL_WORKER, names="Altra Persona")
    assert (await other.open(page.path)).status == 404


async def test_without_a_real_reason_nothing_opens(office: Office) -> None:
    await hidden(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert (await ask(browser, ROSA.codice_fiscale, "perché sì")).status == 422


async def test_an_unknown_code_and_a_person_who_is_not_protected_look_the_same(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await a_person(work, office.territory)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    pages = [await ask(browser, one.codice_fiscale) for one in (ROSA, FATIMA)]
    assert [page.status for page in pages] == [422, 422]
    assert len({page.one(".ss-error-summary").get_text() for page in pages}) == 1
    assert (await readings(office)).count(("emergency", False)) == 2


async def test_a_neighbour_opens_nothing(office: Office) -> None:
    await hidden(office)
    neighbour = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    assert (await ask(neighbour, ROSA.codice_fiscale)).status == 422


async def test_who_follows_no_cases_does_not_come_here(office: Office) -> None:
    assert (await (await office.at_work(Role.DESK_OPERATOR)).open("/emergenze")).status == 403


async def test_it_asks_who_is_there(office: Office) -> None:
    await hidden(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    form = (await browser.open("/emergenze")).form("Apri la scheda")
    with as_of(utcnow() + timedelta(minutes=6)):
        page = await browser.send(form.fill({"codice_fiscale": ROSA.codice_fiscale, "reason": REASON}))
        assert page.heading == "Conferma che sei tu"


async def test_the_head_is_told_and_reads_why(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Mail] = []

    async def take(mail: Mail, _url: str) -> None:
        sent.append(mail)

    monkeypatch.setattr(smtp, "send", take)
    monkeypatch.setattr(settings(), "smtp_url", "smtp://post.example")
    await hidden(office)
    head = await office.at_work(Role.OFFICE_HEAD, names="Carla Capo")
    await ask(await office.at_work(Role.SOCIAL_WORKER), ROSA.codice_fiscale)
    await office.follow()
    assert [mail.subject for mail in sent] == ["Aperta una scheda protetta"]
    assert ROSA.family_name not in " ".join(sent[0].paragraphs)
    page = await head.open("/emergenze/aperture")
    assert "Anna Prova" in page.text
    assert REASON in page.text
    assert ROSA.family_name not in page.text
