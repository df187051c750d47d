"""Notices to operators: one for each, read when opened, by e-mail only if chosen."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from domain.correspondence.actions.notices import mail_notice as mailing
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.jobs import forget_old_notices
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from domain.kernel.text import _
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.registry.events import DifferenceFound, ProtectedFileOpened
from domain.registry.terms.civil import DifferenceKind
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, an_operator
from tests.support.messages import a_post_office

SENTENCE = _("Oggi sono arrivate domande nuove per il tuo ufficio.")


async def _tell(office: Office, key: str = "prova", kind: NoticeKind = NoticeKind.DEADLINE) -> int:
    command = NotifyOperators(
        ente_id=office.territory.comune_id,
        kind=kind,
        key=key,
        subject=SENTENCE,
        path="/aiuto",
        office_id=office.territory.office_id,
    )
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await notify_operators(work, SYSTEM, command)


async def _people(office: Office) -> list[UUID]:
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT operator_id FROM correspondence.notice ORDER BY created_at, operator_id")
        )
        return [row.operator_id for row in found.all()]


async def test_everybody_of_the_office_is_told_once_and_nobody_else(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    bruno = await office.at_work(Role.DESK_OPERATOR, names="Bruno Prova")
    other = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    assert await _tell(office) == 2
    assert await _tell(office) == 0
    assert len(await _people(office)) == 2
    for browser in (anna, bruno):
        page = await browser.open("/avvisi")
        assert "1 avviso" in page.soup.get_text()
        assert str(SENTENCE) in page.text
    assert "Nessun avviso da leggere" in (await other.open("/avvisi")).text


async def test_opening_a_notice_reads_it_and_leads_to_its_page(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    bruno = await office.at_work(Role.DESK_OPERATOR, names="Bruno Prova")
    await _tell(office)
    page = await anna.send((await anna.open("/avvisi")).form("Apri"))
    assert page.path == "/aiuto"
    assert "Nessun avviso da leggere" in (await anna.open("/avvisi")).text
    assert str(SENTENCE) in (await anna.open("/avvisi?vista=tutti")).text
    assert "1 avviso" in (await bruno.open("/avvisi")).soup.get_text()


async def test_a_colleagues_notice_cannot_be_opened(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    await _tell(office)
    form = (await anna.open("/avvisi")).form("Apri")
    other = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    await other.open("/avvisi/preferenze")
    stolen = (await other.open("/avvisi/preferenze")).form("Salva")
    stolen.action = form.action
    assert (await other.send(stolen)).status == 404


async def test_notices_are_filtered_by_kind_and_marked_all_together(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    await _tell(office, "uno")
    await _tell(office, "due", NoticeKind.SHEET_RECEIVED)
    page = await anna.open("/avvisi")
    assert len(page.soup.select("article")) == 2
    only = await anna.open(page.link("Scadenze"))
    assert len(only.soup.select("article")) == 1
    page = await anna.send(only.form("Segna come letto"))
    assert len(page.soup.select("article")) == 1
    page = await anna.send(page.form("Segna tutti come letti"))
    assert "Nessun avviso da leggere" in page.text


async def test_an_email_comes_only_for_the_kinds_that_were_chosen(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    page = await anna.open("/avvisi/preferenze")
    page = await anna.send(page.form("Salva").fill({"mailed": ["sheet_received"]}))
    assert [tag["value"] for tag in page.soup.select("input[name=mailed][checked]")] == ["sheet_received"]
    async with a_post_office() as (post, url):
        monkeypatch.setattr(mailing, "settings", lambda: settings().model_copy(update={"smtp_url": url}))
        await _tell(office, "uno")
        await _tell(office, "due", NoticeKind.SHEET_RECEIVED)
        await office.follow()
        [letter] = post.letters
    assert letter["Subject"] == "Schede arrivate"
    page = await anna.send((await anna.open("/avvisi/preferenze")).form("Salva").fill({"mailed": None}))
    assert page.soup.select("input[name=mailed][checked]") == []
    assert "2 avvisi" in page.soup.get_text()


async def test_an_application_tells_its_office_once_a_day(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    await office.an_application()
    page = await anna.open("/avvisi")
    assert "Oggi sono arrivate domande nuove" in page.text
    assert (await anna.send(page.form("Apri"))).path == "/scrivania"


async def test_taking_charge_is_told_to_the_head_and_not_to_who_did_it(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD, names="Clara Capo")
    anna = await office.at_work(Role.SOCIAL_WORKER)
    await office.an_application()
    desk = await anna.open("/scrivania?vista=tutte")
    case = await anna.open(desk.link("Rosa"))
    await anna.send(case.form("Prendi in carico"))
    await office.follow()
    assert "preso in carico nel tuo ufficio" in (await head.open("/avvisi?vista=case_taken")).text
    assert "preso in carico nel tuo ufficio" not in (await anna.open("/avvisi?vista=tutti")).text


async def test_who_follows_a_person_is_told_of_differences_once_a_day(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    await office.an_application()
    case = await anna.open((await anna.open("/scrivania?vista=tutte")).link("Rosa"))
    await anna.send(case.form("Prendi in carico"))
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        found = await (await work.session.connection()).execute(sa.text('SELECT person_id FROM casework."case"'))
        person_id = found.scalar_one()
        for _number in range(2):
            event = DifferenceFound(
                ente_id=office.territory.comune_id,
                difference_id=uuid4(),
                person_id=person_id,
                kind=DifferenceKind.RESIDENCE,
            )
            await work.record(event)
    await office.follow()
    page = await anna.open("/avvisi?vista=civil_differences")
    assert len(page.soup.select("article")) == 1
    assert (await anna.send(page.form("Apri"))).path == f"/persone/{person_id}/differenze"


async def test_heads_are_told_that_a_protected_file_was_opened_but_who_opened_it(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        opener = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,), names="Bruno Prova")
        event = ProtectedFileOpened(
            ente_id=office.territory.comune_id, opening_id=uuid4(), person_id=uuid4(), operator_id=opener.operator_id
        )
        await work.record(event)
    await office.follow()
    assert "scheda di una persona protetta" in (await head.open("/avvisi")).text
    assert len(await _people(office)) == 1


async def test_notices_that_were_read_long_ago_are_forgotten(office: Office) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    await _tell(office, "letto")
    await anna.send((await anna.open("/avvisi")).form("Segna come letto"))
    await _tell(office, "da leggere")
    for days, left in ((89, 2), (91, 1), (366, 0)):
        with as_of(utcnow() + timedelta(days=days)):
            await forget_old_notices(bind=office.connection)
        assert len(await _people(office)) == left
