"""The page of who waits, as people use it: without scripts, by keys, and asking again by itself."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM
from tests.support.personas import ROSA
from tests.support.questions import Questions

PATH = "/accoglienza/attesa"


async def test_a_number_is_given_called_and_becomes_a_sheet(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(PATH)
    given = await browser.send(page.form("Dai un numero").fill({"language": "ar"}))
    assert "Dato il numero 1" in given.text
    assert "1 persona aspetta" in given.text
    assert "العربية" in given.one("#number-1").get_text()
    called = await browser.send(given.form("Chiama il prossimo"))
    assert called.one("strong.display-1").get_text() == "1"
    sheet = await browser.send(called.form("Apri la scheda"))
    assert sheet.heading == "Scheda di accesso"
    assert sheet.one("#channel option[selected]")["value"] == "PERSONA"


async def test_somebody_already_found_is_named_and_chosen_in_the_sheet(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    person = await browser.open(f"/persone/{rosa}")
    page = await browser.open(person.link("Metti in attesa"))
    given = await browser.send(page.form("Dai un numero"))
    assert ROSA.full_name in given.one("#number-1").get_text()
    sheet = await browser.send((await browser.send(given.form("Chiama il prossimo"))).form("Apri la scheda"))
    assert sheet.one("input[name=person_id]")["value"] == str(rosa)


async def test_a_number_that_a_colleague_has_called_is_shown_and_has_no_key_of_mine(office: Office) -> None:
    colleague = await office.at_work(Role.DESK_OPERATOR, names="Ugo Collega")
    given = await colleague.send((await colleague.open(PATH)).form("Dai un numero"))
    await colleague.send(given.form("Chiama il prossimo"))
    page = await (await office.at_work(Role.DESK_OPERATOR)).open(PATH)
    assert page.status == 200
    assert "chiamato da Ugo Collega" in page.one("#number-1").get_text()
    assert not page.soup.select("#sheet-1[data-key], #sheet-1 [data-key]")


async def test_who_has_gone_leaves_the_list(office: Office) -> None:
    browser = await office.at_work(Role.THIRD_SECTOR)
    given = await browser.send((await browser.open(PATH)).form("Dai un numero"))
    gone = await browser.send(given.form("È andato via"))
    assert "Il numero 1 è andato via" in gone.text
    assert "0 persone aspettano" in gone.text


async def test_only_who_receives_sees_who_waits(office: Office) -> None:
    assert (await (await office.at_work(Role.PLANNER)).open(PATH)).status == 403


async def test_the_list_asks_again_without_keeping_the_session_alive(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    address = str((await browser.open(PATH)).one("#waiting")["hx-get"])
    partial = {"hx-request": "true", "hx-request-type": "partial"}

    async def last_seen(ago: str = "0 minutes") -> object:
        async with unit_of_work(SYSTEM, bind=office.connection) as work:
            raw = await work.session.connection()
            aged = sa.text("UPDATE access.session SET last_seen_at = last_seen_at - CAST(:ago AS interval)")
            await raw.execute(aged, {"ago": ago})
            return (await raw.execute(sa.text("SELECT last_seen_at FROM access.session"))).scalar_one()

    before = await last_seen("5 minutes")
    fragment = await browser.client.get(address, headers=partial)
    assert "<html" not in fragment.text
    assert 'hx-trigger="every 10s"' in fragment.text
    assert await last_seen() == before
    await browser.open(PATH)
    assert await last_seen() != before


async def test_a_page_left_alone_says_that_it_does_not_change(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backoffice.waiting.page.LEFT_TO_WARN", 10**6)
    page = await (await office.at_work(Role.DESK_OPERATOR)).open(PATH)
    assert "non cambia più da solo" in page.text
    assert not page.one("#waiting").has_attr("hx-get")


async def test_the_list_asks_as_often_for_ten_as_for_one(office: Office, rosa: UUID, questions: Questions) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"{PATH}?persona={rosa}")
    for _one in range(6):
        await browser.send(page.form("Dai un numero"))
    await browser.send((await browser.open(PATH)).form("Chiama il prossimo"))
    with questions(at_most=11):
        assert "5 persone aspettano" in (await browser.open(PATH)).text


async def test_the_dashboard_tells_waiting_and_work(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    await browser.send((await browser.open(PATH)).form("Dai un numero"))
    counts = await browser.open("/accoglienza/cruscotto")
    assert "Chi aspetta adesso" in counts.text
    assert "Attesa per ufficio" in counts.text
    assert "0 minuti in tutto" in counts.text
