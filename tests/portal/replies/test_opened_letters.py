"""A letter that is opened on the portal: where the ente says so, from that day the person's days run."""

from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.access.terms import DelegationScope
from domain.intake.actions.examination.write_appeal_words import WriteAppealWords, write_appeal_words
from domain.intake.actions.letters.open_letter import OpenLetter, open_letter
from domain.intake.queries.document_to_read import document_to_read
from domain.intake.queries.examination.letters_of import letters_of
from domain.kernel.actor import Actor, Citizen
from domain.kernel.clock import day_of, utcnow
from domain.kernel.refusals import NotFound
from domain.kernel.titles import Title
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.privacy.queries.readings_of import readings_of
from tests.portal.replies.conftest import Examined
from tests.support.acting import a_grant, accepted, browsing
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.html import Page
from tests.support.personas import DAVIDE, OKSANA, ROSA

OPEN = "Apri la lettera (PDF)"


async def counts(examined: Examined) -> None:
    """The ente says that opening is receiving."""
    async with unit_of_work(examined.head, bind=examined.portal.connection) as work:
        await write_appeal_words(work, examined.head, WriteAppealWords(text="Al TAR.", is_received_on_opening=True))


async def noticed(examined: Examined) -> None:
    """The office has told Rosa that the answer may be no."""
    await examined.moved("start_check", "start_examination")
    await examined.moved("announce_rejection", reasons="Il reddito è troppo alto.")


async def letter_of(examined: Examined, actor: Citizen) -> OpenLetter:
    async with unit_of_work(actor, read_only=True, bind=examined.portal.connection) as work:
        [found] = await letters_of(work, examined.application_id)
    return OpenLetter(application_id=examined.application_id, document_id=found.document_id)


async def pressed(examined: Examined, page: Page) -> bytes:
    form = page.form(OPEN)
    flat = {name: value for name, value in form.fields.items() if value is not None}
    answer = await examined.browser.client.post(form.action, data=flat)
    assert answer.status_code == 200
    await examined.follow()
    return answer.content


async def openings(examined: Examined, actor: Actor) -> int:
    async with unit_of_work(actor, read_only=True, bind=examined.portal.connection) as work:
        counted = sa.text("SELECT count(*) FROM intake.letter_opening")
        return int((await (await work.session.connection()).execute(counted)).scalar_one())


async def test_rosa_opens_the_notice_and_her_ten_days_run_from_today(examined: Examined) -> None:
    await counts(examined)
    await noticed(examined)
    assert (await examined.standing()).answer_due_on is None
    page = await examined.browser.open(examined.path)
    assert "Da quel giorno contano i tuoi giorni" in page.text
    assert (await pressed(examined, page)).startswith(b"%PDF")
    due_on = (await examined.standing()).answer_due_on
    assert due_on is not None
    assert due_on > day_of(utcnow())
    again = await examined.browser.open(examined.path)
    assert OPEN not in again.text
    assert "aperta il" in again.text
    command = await letter_of(examined, examined.rosa)
    async with unit_of_work(examined.rosa, bind=examined.portal.connection) as work:
        assert not await open_letter(work, examined.rosa, command)  # the first day counts


async def test_where_the_ente_says_nothing_a_letter_is_a_plain_link_and_nothing_is_written(examined: Examined) -> None:
    await noticed(examined)
    page = await examined.browser.open(examined.path)
    assert OPEN not in page.text
    async with unit_of_work(examined.rosa, bind=examined.portal.connection) as work:
        assert not await open_letter(work, examined.rosa, await letter_of(examined, examined.rosa))
    assert await openings(examined, SYSTEM) == 0
    assert (await examined.standing()).answer_due_on is None


async def test_a_decision_that_is_opened_keeps_its_day_for_the_office_and_who_looks_on_opens_nothing(
    examined: Examined,
) -> None:
    await counts(examined)
    await examined.moved("start_check", "start_examination")
    await examined.moved("first_grant_in_part", reasons="Ci sono meno ore.")
    await examined.moved("notify_granted_in_part")
    territory, rosa_id = examined.portal.territory, examined.rosa.person_id
    async with unit_of_work(SYSTEM, bind=examined.portal.connection) as work:
        stranger = a_citizen(territory, await a_person(work, territory, OKSANA))
    parent = replace(stranger, acts_for=(rosa_id,), titles=((rosa_id, Title.PARENT),))
    command = await letter_of(examined, parent)
    for actor, is_opened in ((parent, False), (examined.rosa, True)):
        async with unit_of_work(actor, bind=examined.portal.connection) as work:
            assert await open_letter(work, actor, command) is is_opened
    await examined.follow()
    async with unit_of_work(examined.head, read_only=True, bind=examined.portal.connection) as work:
        [shown] = await letters_of(work, examined.application_id)
    assert shown.opened_at is not None
    assert [await openings(examined, one) for one in (examined.rosa, examined.head, stranger)] == [1, 1, 0]
    await nobody_writes_anothers(examined, stranger, examined.head)


async def nobody_writes_anothers(examined: Examined, *actors: Actor) -> None:
    connection, territory = examined.portal.connection, examined.portal.territory
    for actor in actors:
        await connection.run_sync(tell, actor)
        forged = sa.text(
            "INSERT INTO intake.letter_opening (id, created_at, ente_id, application_id, letter_id, person_id,"
            " opened_by_id, opened_at) SELECT gen_random_uuid(), now(), :ente, :application, gen_random_uuid(), :rosa,"
            " :rosa, now()"
        )
        facts = {"ente": territory.comune_id, "application": examined.application_id, "rosa": examined.rosa.person_id}
        with pytest.raises(ProgrammingError, match="row-level security"):
            async with connection.begin_nested():
                await connection.execute(forged, facts)


async def test_a_delegate_for_the_application_downloads_its_letters_and_opening_them_counts(examined: Examined) -> None:
    await counts(examined)
    await noticed(examined)
    portal = examined.portal
    rosa = await browsing(portal.connection, portal.territory, ROSA)
    await portal.person(DAVIDE)
    davide = await browsing(portal.connection, portal.territory, DAVIDE)
    scope = {"scope": DelegationScope.APPLICATION, "application_id": examined.application_id}
    # first a delegation about another service than this application's
    await accepted(davide, await a_grant(rosa, DAVIDE, scope=DelegationScope.SERVICE, service_id=await other(examined)))
    of_other, command = await davide.now(), await letter_of(examined, examined.rosa)
    for opens in (False, True):
        with pytest.raises(NotFound):
            async with unit_of_work(of_other, bind=portal.connection) as work:
                if opens:
                    await open_letter(work, of_other, command)
                await document_to_read(work, of_other, command.document_id)
    await accepted(davide, await a_grant(rosa, DAVIDE, **scope))
    delegate = await davide.now()
    assert command == await letter_of(examined, delegate)
    async with unit_of_work(delegate, bind=portal.connection) as work:
        assert (await document_to_read(work, delegate, command.document_id)).content.startswith(b"%PDF")
        assert await open_letter(work, delegate, command)
    await examined.follow()
    assert (await examined.standing()).answer_due_on is not None
    async with unit_of_work(examined.rosa, read_only=True, bind=portal.connection) as work:
        assert any(row.is_by_delegate for row in (await readings_of(work, examined.rosa)).items)


async def other(examined: Examined) -> UUID:
    async with unit_of_work(SYSTEM, read_only=True, bind=examined.portal.connection) as work:
        asked = sa.text(
            "SELECT id FROM catalogue.service WHERE id <> (SELECT service_id FROM intake.application WHERE id = :id)"
        )
        found = await (await work.session.connection()).execute(asked, {"id": examined.application_id})
        return UUID(str(found.scalars().first()))
