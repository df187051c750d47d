"""PostgreSQL alone shows a proceeding to its office, its person, their delegates; notes and visas to offices only."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.grant_delegation import GrantDelegation, grant_delegation
from domain.access.terms import DelegationScope
from domain.kernel.actor import Actor, Mandate, Visitor
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.procedure.model.proceeding import TermExtension
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.procedure.conftest import STARTED, Office
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import FATIMA, ROSA

OF_ROSA = ("proceeding", "passage", "term_suspension", "term_extension")
OF_OFFICES = ("passage_note", "visa")


async def count(office: Office, actor: Actor | None, table: str) -> int:
    """How many rows of the table PostgreSQL shows, without any filter."""
    connection = office.connection
    async with connection.begin_nested() as savepoint:
        await connection.execute(sa.text("RESET ALL"))
        if actor is not None:
            await connection.run_sync(tell, actor)
        found = (await connection.execute(sa.text(f"SELECT count(*) FROM procedure.{table}"))).scalar_one()
        await savepoint.rollback()
        return found


@pytest.fixture
async def subject_id(office: Office) -> UUID:
    """Rosa's request, with a row in every table."""
    subject = await office.starts()
    await office.fires(subject, "start_check", note="Nota interna.")
    await office.fires(subject, "request_integration", fields={"missing": "Il documento."})
    await office.fires(subject, "receive_integration")
    await office.fires(subject, "first_grant", actor=office.worker)
    found = await office.sees(subject)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        work.session.add(
            TermExtension(
                ente_id=office.territory.comune_id,
                proceeding_id=found.id,
                days=3,
                decided_on=STARTED,
                ground="Prova",
                operator_id=office.head.operator_id,
            )
        )
    return subject


@pytest.mark.usefixtures("subject_id")
async def test_without_any_filter_each_sees_what_is_theirs(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        neighbour = await an_operator(work, office.territory.neighbour_office_id)
        stranger = a_citizen(office.territory, await a_person(work, office.territory, FATIMA))
    for table in (*OF_ROSA, *OF_OFFICES):
        assert await count(office, SYSTEM, table) > 0, table
        assert await count(office, office.worker, table) > 0, table
        assert (await count(office, office.rosa, table) > 0) is (table in OF_ROSA), table
        for actor in (neighbour, stranger, Visitor(office.territory.family), None):
            assert await count(office, actor, table) == 0, (table, actor)


@pytest.mark.usefixtures("subject_id")
async def test_of_protected_people_only_who_may_know(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        hidden = ProtectIdentity(person_id=office.rosa.person_id, operator_ids=(office.head.operator_id,))
        await protect_identity(work, SYSTEM, hidden)
    for table in (*OF_ROSA, *OF_OFFICES):
        assert await count(office, office.worker, table) == 0, table
        assert await count(office, office.head, table) > 0, table


async def test_a_door_hides_a_protected_person(office: Office, subject_id: UUID) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        hidden = ProtectIdentity(person_id=office.rosa.person_id, operator_ids=(office.head.operator_id,))
        await protect_identity(work, SYSTEM, hidden)
    with pytest.raises(NotFound):
        await office.sees(subject_id)


async def test_a_delegate_sees_within_the_scope(office: Office, subject_id: UUID) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        helper = a_citizen(office.territory, await a_person(work, office.territory, FATIMA))
    async with unit_of_work(office.rosa, bind=office.connection) as work:
        delegation_id = await grant_delegation(
            work,
            office.rosa,
            GrantDelegation(
                delegate_codice_fiscale=FATIMA.codice_fiscale,
                delegate_family_name=FATIMA.family_name,
                scope=DelegationScope.ALL,
                starts_on=work.today,
                ends_on=work.today + timedelta(days=30),
            ),
        )
    async with unit_of_work(helper, bind=office.connection) as work:
        await accept_delegation(work, helper, AcceptDelegation(delegation_id=delegation_id))
    told = replace(helper, mandates=(Mandate(delegation_id=delegation_id, person_id=office.rosa.person_id),))
    assert (await office.sees(subject_id, actor=told)).state.key == "examination"
    assert await count(office, told, "passage") > 0
    assert await count(office, helper, "passage") == 0
    forged = replace(helper, mandates=(Mandate(delegation_id=uuid4(), person_id=office.rosa.person_id),))
    assert await count(office, forged, "passage") == 0
    for table in OF_OFFICES:
        assert await count(office, told, table) == 0


@pytest.mark.usefixtures("subject_id")
async def test_the_past_is_not_rewritten_and_drafts_are_not_read_by_citizens(office: Office) -> None:
    await office.connection.run_sync(tell, SYSTEM)
    for statement in (
        "UPDATE procedure.passage SET target = 'granted'",
        "DELETE FROM procedure.passage",
        "UPDATE procedure.passage_note SET note = ''",
        "DELETE FROM procedure.proceeding",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with office.connection.begin_nested():
                await office.connection.execute(sa.text(statement))
    async with office.connection.begin_nested():  # only drafts may go, and here everything is published
        gone = await office.connection.execute(sa.text("DELETE FROM procedure.procedure_version"))
        assert gone.rowcount == 0


async def test_of_joined_records_the_proceeding_goes_to_the_one_that_counts(office: Office, subject_id: UUID) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,))
        kept = await a_person(work, office.territory, ROSA, codice_fiscale=None)
    async with unit_of_work(head, bind=office.connection) as work:
        why = "Ho visto la carta d'identità: è la stessa persona."
        await merge_people(work, head, MergePeople(former_id=office.rosa.person_id, kept_id=kept, reason=why))
    found = await office.sees(subject_id, actor=a_citizen(office.territory, kept))
    assert found.person_id == kept
    assert len(found.history) == 4
