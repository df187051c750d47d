"""What must not leave the office without the supervisor's visa waits for it, and comes back with a note."""

from datetime import date
from uuid import UUID

import pytest

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.give_visa import GiveVisa, give_visa
from domain.procedure.actions.moving.refuse_visa import RefuseVisa, refuse_visa
from domain.procedure.queries.visas import visas_asked
from domain.procedure.refusals import NotYourVisa, VisaAnswered, VisaPending
from tests.domain.procedure.conftest import Office, on
from tests.support.given import SYSTEM, an_operator

DAY = date(2026, 9, 10)


async def asks(office: Office) -> tuple[UUID, UUID]:
    """The worker proposes a yes; the subject, and the visa."""
    subject_id = await office.starts()
    await office.fires(subject_id, "start_check", DAY, office.worker)
    await office.fires(subject_id, "start_examination", DAY, office.worker)
    fired = await office.fires(subject_id, "first_grant", DAY, office.worker, note="Ha tutti i requisiti.")
    assert fired.passage_id is None
    assert fired.visa_id is not None
    return subject_id, fired.visa_id


async def gives(office: Office, visa_id: UUID, operator: Operator | None = None) -> None:
    who = operator or office.head
    with on(DAY):
        async with unit_of_work(who, bind=office.connection) as work:
            await give_visa(work, who, GiveVisa(visa_id=visa_id))


async def test_nothing_moves_until_the_supervisor_has_seen_it(office: Office) -> None:
    subject_id, visa_id = await asks(office)
    waiting = await office.sees(subject_id, DAY)
    assert (waiting.state.key, waiting.ways_on) == ("examination", ())
    assert waiting.visa is not None
    assert (waiting.visa.asked_by, waiting.visa.may_answer) == ("Anna Lavora", False)
    with pytest.raises(VisaPending):
        await office.fires(subject_id, "first_archive", DAY, office.worker, fields={"reasons": "Un altro motivo."})
    async with unit_of_work(office.head, read_only=True, bind=office.connection) as work:
        (row,) = (await visas_asked(work, office.head)).items
    assert (row.id, row.transition.in_("it"), row.note) == (visa_id, "Accogli la domanda", "Ha tutti i requisiti.")
    await gives(office, visa_id)
    found = await office.sees(subject_id, DAY)
    assert (found.state.key, found.visa) == ("granted", None)
    assert (found.history[0].operator, found.history[0].note) == ("Anna Lavora", "Ha tutti i requisiti.")
    with pytest.raises(VisaAnswered):
        await gives(office, visa_id)


async def test_a_refused_visa_comes_back_with_a_note_and_leaves_the_way_free(office: Office) -> None:
    subject_id, visa_id = await asks(office)
    async with unit_of_work(office.head, bind=office.connection) as work:
        await refuse_visa(work, office.head, RefuseVisa(visa_id=visa_id, note="Manca il calcolo."))
    found = await office.sees(subject_id, DAY)
    assert (found.state.key, found.visa) == ("examination", None)
    again = await office.fires(subject_id, "first_grant", DAY, office.worker)
    assert again.visa_id not in (None, visa_id)
    async with unit_of_work(office.head, read_only=True, bind=office.connection) as work:
        assert [row.id for row in (await visas_asked(work, office.head)).items] == [again.visa_id]


async def test_only_the_head_of_an_office_that_sees_it_gives_a_visa(office: Office) -> None:
    _subject_id, visa_id = await asks(office)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        neighbour = await an_operator(work, office.territory.neighbour_office_id)
    for operator, refusal in ((office.worker, NotYourVisa), (neighbour, NotFound)):
        with pytest.raises(refusal):
            await gives(office, visa_id, operator)
    async with unit_of_work(office.worker, read_only=True, bind=office.connection) as work:
        assert (await visas_asked(work, office.worker)).items == []


async def test_who_withdraws_overtakes_the_visa(office: Office) -> None:
    subject_id, visa_id = await asks(office)
    await office.fires(subject_id, "withdraw_4", DAY, office.rosa)
    with pytest.raises(VisaAnswered):
        await gives(office, visa_id)
    assert (await office.sees(subject_id, DAY)).state.key == "withdrawn"


async def test_what_the_head_does_needs_no_visa(office: Office) -> None:
    subject_id = await office.starts()
    for transition in ("start_check", "start_examination", "first_grant"):
        assert (await office.fires(subject_id, transition, DAY)).visa_id is None
