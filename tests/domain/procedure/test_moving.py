"""A request goes from state to state: by who may, with what is asked, and its deadline follows and explains itself."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.terms import DocumentKind
from domain.kernel.actor import System
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.language import say
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.extend_term import ExtendTerm, extend_term
from domain.procedure.actions.moving.note_reply import NoteReply, note_reply
from domain.procedure.actions.moving.reassign_proceeding import ReassignProceeding, reassign_proceeding
from domain.procedure.actions.moving.start_proceeding import StartProceeding, start_proceeding
from domain.procedure.queries.deadlines_due import DueFilter, deadlines_due
from domain.procedure.refusals import (
    AlreadyStarted,
    DocumentsMissing,
    MovedMeanwhile,
    NotFromHere,
    NoticeRunning,
    NotYoursToReassign,
    NotYourTransition,
    TermTooLong,
)
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.templates.default_procedure import default_procedure
from domain.procedure.terms import Clock, MoverKind, Trigger
from tests.domain.procedure.conftest import STARTED, Office, on
from tests.domain.procedure.test_designing import published
from tests.domain.registry.merging.links import a_pdf
from tests.support.given import SYSTEM, an_operator
from tests.support.rules.plain_language import faults

WHY = {"reasons": "Il reddito è troppo alto."}


async def test_a_request_is_received_with_thirty_days_that_explain_themselves(office: Office) -> None:
    subject_id = await office.starts()
    found = await office.sees(subject_id, actor=office.rosa)
    assert found.told.in_("it") == "L'ufficio ha ricevuto la tua domanda. Presto una persona la guarda."
    assert found.deadline.due_on == date(2026, 10, 2)
    assert found.deadline.days_left == 30
    said = [say(step.text, "it") for step in found.deadline.steps]
    assert said[-1] == "L'ufficio risponde al massimo il 2 ottobre 2026."
    assert [fault for text in said for fault in faults(text)] == []
    assert {way.transition.key for way in found.ways_on} == {"withdraw_1"}


async def test_the_way_to_a_yes(office: Office) -> None:
    subject_id = await office.starts()
    for transition in ("start_check", "start_examination", "first_grant", "notify_granted"):
        await office.fires(subject_id, transition, date(2026, 9, 10))
    found = await office.sees(subject_id, date(2026, 12, 1))
    assert (found.state.key, found.is_final) == ("notified", True)
    assert not found.deadline.is_overdue
    assert [row.name.in_("it") for row in found.history] == [
        "Consegna la decisione",
        "Accogli la domanda",
        "Passa all'esame",
        "Comincia il controllo",
        "Inizio del procedimento",
    ]
    assert found.history[0].operator == "Carla Capo"
    assert found.history[-1].mover is MoverKind.CITIZEN


async def test_a_request_for_papers_stops_the_term_until_they_arrive(office: Office) -> None:
    subject_id = await office.asks_for_papers(date(2026, 9, 10))
    waiting = await office.sees(subject_id, date(2026, 9, 15))
    assert waiting.deadline.is_suspended
    assert waiting.answer_due_on == date(2026, 10, 10)  # a Saturday is a day like others
    with on(date(2026, 9, 20)):
        async with unit_of_work(office.rosa, bind=office.connection) as work:
            assert await note_reply(work, office.rosa, NoteReply(subject_id=subject_id))
    found = await office.sees(subject_id, date(2026, 9, 20))
    assert (found.state.key, found.deadline.due_on) == ("examination", date(2026, 10, 12))
    assert found.history[0].mover is MoverKind.CITIZEN


async def test_papers_that_never_arrive_stop_the_term_thirty_days_and_no_more(office: Office) -> None:
    subject_id = await office.asks_for_papers(date(2026, 9, 10))
    assert await office.night(date(2026, 10, 10)) == 0
    found = await office.sees(subject_id, date(2026, 10, 10))
    assert (found.state.key, found.deadline.is_suspended) == ("integration_requested", False)
    assert await office.night(date(2026, 10, 11)) == 1
    assert await office.night(date(2026, 10, 11)) == 0
    found = await office.sees(subject_id, date(2026, 10, 11))
    assert (found.state.key, found.deadline.due_on) == ("examination", date(2026, 11, 2))
    assert (found.history[0].mover, found.history[0].trigger) == (MoverKind.PROGRAM, Trigger.ON_EXPIRY)


async def test_nobody_is_rejected_before_the_days_to_answer_the_notice_are_over(office: Office) -> None:
    subject_id = await office.warns(date(2026, 9, 8))
    silent = await office.sees(subject_id, date(2026, 9, 9))
    assert silent.answer_due_on is None  # nobody knows yet that the letter was received: no day runs, no day is won
    assert silent.deadline.due_on == date(2026, 10, 2)
    assert await office.night(date(2026, 9, 30)) == 0
    assert await office.received(subject_id, date(2026, 9, 10), date(2026, 9, 12)) == date(2026, 9, 21)
    found = await office.sees(subject_id, date(2026, 9, 12))
    assert found.deadline.is_suspended
    assert found.deadline.due_on == date(2026, 10, 13)
    assert await office.night(date(2026, 9, 21)) == 0
    assert await office.night(date(2026, 9, 22)) == 1
    await office.fires(subject_id, "reject", date(2026, 9, 23), fields=WHY)
    assert (await office.sees(subject_id, date(2026, 9, 23))).state.key == "rejected"


async def test_observations_give_the_office_ten_days_more(office: Office) -> None:
    subject_id = await office.warns(date(2026, 9, 8))
    await office.received(subject_id, date(2026, 9, 10), date(2026, 9, 10))
    with on(date(2026, 9, 14)):
        async with unit_of_work(office.rosa, bind=office.connection) as work:
            await note_reply(work, office.rosa, NoteReply(subject_id=subject_id))
    found = await office.sees(subject_id, date(2026, 9, 15))
    assert (found.state.key, found.deadline.due_on) == ("final_examination", date(2026, 10, 16))


async def test_in_the_short_procedure_too_a_no_waits_for_the_citizen(office: Office) -> None:
    subject_id = await office.starts(procedure_slug="procedimento-breve")
    await office.fires(subject_id, "examine")
    await office.fires(subject_id, "announce_rejection", fields=WHY)
    with pytest.raises(NoticeRunning):
        await office.fires(subject_id, "reject", date(2026, 9, 30), fields=WHY)
    await office.received(subject_id, date(2026, 9, 4), date(2026, 9, 4))
    with pytest.raises(NoticeRunning):
        await office.fires(subject_id, "reject", date(2026, 9, 14), fields=WHY)
    await office.fires(subject_id, "reject", date(2026, 9, 15), fields=WHY)


async def test_a_review_has_a_term_of_its_own(office: Office) -> None:
    subject_id = await office.asks_for_papers(date(2026, 9, 3))
    for transition, day in (("receive_integration", 7), ("first_grant", 10), ("notify_granted", 11)):
        await office.fires(subject_id, transition, date(2026, 9, day))
    why = {"why": "Ho bisogno di più ore."}
    await office.fires(subject_id, "ask_review", date(2026, 10, 1), office.rosa, fields=why)
    found = await office.sees(subject_id, date(2026, 10, 1))
    assert found.deadline.due_on == date(2026, 10, 31)
    assert found.history[0].fields[0][1] == "Ho bisogno di più ore."


async def test_who_may_not_cannot_and_is_not_offered(office: Office) -> None:
    subject_id = await office.starts()
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        accountant = await an_operator(work, office.territory.office_id, (Role.ACCOUNTANT,))
        clerk = await an_operator(work, office.territory.office_id, (Role.DESK_OPERATOR,))
        neighbour = await an_operator(work, office.territory.neighbour_office_id)
    for stranger in (accountant, neighbour):
        with pytest.raises(NotFound):
            await office.sees(subject_id, actor=stranger)
    with pytest.raises(NotYourTransition):
        await office.fires(subject_id, "withdraw_1", actor=office.worker)
    with pytest.raises(NotYourTransition):
        await office.fires(subject_id, "start_check", actor=office.rosa)
    with pytest.raises(NotYourTransition):
        await office.fires(subject_id, "start_check", actor=System("given"))
    for transition in ("start_check", "start_examination"):
        await office.fires(subject_id, transition, actor=clerk)
    with pytest.raises(NotYourTransition):
        await office.fires(subject_id, "first_grant", actor=clerk)
    assert (await office.sees(subject_id, actor=clerk)).ways_on == ()


async def test_a_transition_from_another_state_or_an_old_page_is_refused(office: Office) -> None:
    subject_id = await office.starts()
    for wrong in ("start_examination", "no_such_thing"):
        with pytest.raises(NotFromHere):
            await office.fires(subject_id, wrong)
    seen = (await office.sees(subject_id)).version
    await office.fires(subject_id, "start_check", seen_version=seen)
    with pytest.raises(MovedMeanwhile):
        await office.fires(subject_id, "start_examination", seen_version=seen)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({}, {"missing"}), ({"missing": "  "}, {"missing"}), ({"missing": "x" * 4001}, {"missing"}),
     ({"missing": "Il documento.", "other": "x"}, {"other"})],
)  # fmt: skip
async def test_what_a_transition_asks_must_be_answered(office: Office, fields: dict[str, Any], wrong: set[str]) -> None:
    subject_id = await office.starts()
    await office.fires(subject_id, "start_check")
    with pytest.raises(Invalid) as refused:
        await office.fires(subject_id, "request_integration", fields=fields)
    assert set(refused.value.fields) == wrong
    assert (await office.sees(subject_id)).state.key == "formal_check"


def with_documents() -> ProcedureDefinition:
    whole = default_procedure()
    return whole.model_copy(
        update={
            "transitions": tuple(
                one.model_copy(update={"required_document_kinds": ("medical_certificate",)})
                if one.key == "start_examination"
                else one
                for one in whole.transitions
            )
        }
    )


async def test_a_transition_that_wants_a_document_waits_for_it(office: Office) -> None:
    version_id = await published(office, "con-certificato", with_documents())
    subject_id = await office.starts(procedure_slug=None, procedure_version_id=version_id)
    await office.fires(subject_id, "start_check")
    with pytest.raises(DocumentsMissing, match="Certificato del medico"):
        await office.fires(subject_id, "start_examination")
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        kept = await attach_document(
            work,
            SYSTEM,
            AttachDocument(
                ente_id=office.territory.comune_id,
                person_id=office.rosa.person_id,
                kind=DocumentKind.MEDICAL_CERTIFICATE,
                title="Certificato",
                file_name="c.pdf",
                content=a_pdf(),
            ),
        )
    await office.fires(subject_id, "start_examination", document_ids=(getattr(kept, "id", kept),))
    assert (await office.sees(subject_id)).state.key == "examination"


async def test_notes_are_for_the_offices_alone(office: Office) -> None:
    subject_id = await office.starts()
    await office.fires(subject_id, "start_check", note="Sembra tutto in ordine.")
    assert (await office.sees(subject_id)).history[0].note == "Sembra tutto in ordine."
    read = await office.sees(subject_id, actor=office.rosa)
    assert [row.note for row in read.history] == ["", ""]
    assert read.history[0].operator == ""


async def test_a_request_has_one_proceeding_a_lawful_term_and_a_person_who_may_start_it(office: Office) -> None:
    subject_id = await office.starts()
    cut = await office.starts(term_days=150)
    assert (await office.sees(cut)).deadline.length == 90
    long = await office.starts(term_days=120, term_ground="Regolamento comunale 4/2024")
    assert (await office.sees(long)).deadline.length == 120
    facts = {"ente_id": office.territory.comune_id, "procedure_slug": "procedimento-ordinario"}
    with pytest.raises(AlreadyStarted):
        async with unit_of_work(SYSTEM, bind=office.connection) as work:
            again = StartProceeding(subject_id=subject_id, person_id=office.rosa.person_id, **facts)
            await start_proceeding(work, SYSTEM, again)
    with pytest.raises(NotAllowed):
        async with unit_of_work(office.rosa, bind=office.connection) as work:
            other = StartProceeding(subject_id=uuid4(), person_id=uuid4(), **facts)
            await start_proceeding(work, office.rosa, other)


async def test_a_longer_term_is_decided_with_a_ground_and_within_the_law(office: Office) -> None:
    subject_id = await office.starts()
    found = await office.sees(subject_id)
    ground = "Art. 2 comma 4: serve una perizia."
    with on(STARTED):
        async with unit_of_work(office.head, bind=office.connection) as work:
            await extend_term(work, office.head, ExtendTerm(proceeding_id=found.id, days=30, ground=ground))
        for operator, days, refusal in ((office.head, 130, TermTooLong), (office.worker, 1, NotYoursToReassign)):
            with pytest.raises(refusal):
                async with unit_of_work(operator, bind=office.connection) as work:
                    await extend_term(work, operator, ExtendTerm(proceeding_id=found.id, days=days, ground=ground))
    later = await office.sees(subject_id)
    assert later.deadline.due_on == date(2026, 11, 2)  # sixty days end on All Saints, a Sunday
    assert any(ground in say(step.text, "it") for step in later.deadline.steps)


async def test_the_list_of_deadlines_is_by_day_and_by_who_answers(office: Office) -> None:
    late = await office.starts(date(2026, 7, 1))
    near = await office.starts(date(2026, 8, 20))
    done = await office.starts(date(2026, 7, 1))
    await office.fires(done, "withdraw_1", actor=office.rosa)
    found = await office.sees(near)
    with on(STARTED):
        async with unit_of_work(office.worker, bind=office.connection) as work:
            takes = ReassignProceeding(proceeding_id=found.id, responsible_id=office.worker.operator_id)
            await reassign_proceeding(work, office.worker, takes)
        with pytest.raises(NotYoursToReassign):
            async with unit_of_work(office.worker, bind=office.connection) as work:
                gives = ReassignProceeding(proceeding_id=found.id, responsible_id=office.head.operator_id)
                await reassign_proceeding(work, office.worker, gives)
        async with unit_of_work(office.worker, read_only=True, bind=office.connection) as work:
            page = await deadlines_due(work, office.worker, DueFilter())
            mine = await deadlines_due(work, office.worker, DueFilter(responsible_id=office.worker.operator_id))
            early = await deadlines_due(work, office.worker, DueFilter(until=date(2026, 8, 31), clock=Clock.RUNNING))
    assert [row.subject_id for row in page.items] == [late, near]
    assert page.total == 2
    assert (page.items[0].days_left, page.items[0].state.key) == (-33, "received")
    assert [(row.subject_id, row.responsible) for row in mine.items] == [(near, "Anna Lavora")]
    assert [row.subject_id for row in early.items] == [late]
