"""An attestation says what the person's own list says, holds until it is revoked, and tells a stranger the least."""

import re
from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import ProgrammingError

from domain.access.refusals import TooManyTries
from domain.documents.queries.document_file import own_document_file
from domain.documents.queries.protocollo_of import protocollo_of
from domain.documents.terms import Direction
from domain.intake.actions.attestations.check_attestation import CheckAttestation, check_attestation
from domain.intake.actions.attestations.issue_attestation import IssueAttestation, issue_attestation
from domain.intake.actions.attestations.revoke_attestation import RevokeAttestation, revoke_attestation
from domain.intake.actions.attestations.set_attestation_rules import SetAttestationRules, set_attestation_rules
from domain.intake.actions.take_up_application import take_up_application
from domain.intake.queries.attestations.attestation_facts import attestation_facts
from domain.intake.queries.attestations.attestations_of import AttestationSheet, attestations_of
from domain.intake.queries.attestations.checked_attestation import CheckedAttestation
from domain.intake.queries.own_applications import own_applications
from domain.intake.refusals import AttestationOver, NotAttestedHere, NothingToAttest
from domain.intake.rules.attestations.codes import ALPHABET, code_typed, new_code
from domain.intake.rules.attestations.paper import attestation
from domain.intake.terms.attestations import AttestationKind
from domain.kernel.actor import Actor, Operator, Visitor
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.pdf.act import Table
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import FATIMA

Follow = Callable[[], Awaitable[int]]
KIND = AttestationKind


@pytest.fixture
async def application_id(scene: Scene, everything_that_follows: Follow) -> UUID:
    """Rosa has applied for home care."""
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = (await a_submitted_application(work, scene.rosa)).id
    await everything_that_follows()
    return sent


async def an_operator_with(scene: Scene, *roles: Role) -> Operator:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await an_operator(work, scene.territory.office_id, roles)


async def issued(scene: Scene, follow: Follow, application_id: UUID) -> AttestationSheet:
    """Rosa asks for the attestation of her application; her page afterwards."""
    command = IssueAttestation(person_id=scene.rosa.person_id, kind=KIND.APPLICATION, application_id=application_id)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await issue_attestation(work, scene.rosa, command)
        assert (await attestations_of(work, scene.rosa, scene.rosa.person_id)).is_waiting
    await follow()
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        return await attestations_of(work, scene.rosa, scene.rosa.person_id)


async def check(scene: Scene, code: str, address: str = "203.0.113.7") -> CheckedAttestation | None:
    visitor = Visitor(scene.territory.family)
    async with unit_of_work(visitor, bind=scene.connection) as work:
        return await check_attestation(work, visitor, CheckAttestation(code=code, address=address))


@given(st.text(max_size=60))
def test_what_is_no_code_is_none_and_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    found = code_typed(typed)
    assert found is None or set(found) <= {*ALPHABET, "-"}
    code = new_code()
    assert code_typed(code.lower().replace("-", " ")) == code
    assert code_typed(code.replace("0", "O").replace("1", "l")) == code


async def test_who_is_shown_the_paper_reads_kind_day_and_initials_and_nothing_else(
    scene: Scene, application_id: UUID, everything_that_follows: Follow
) -> None:
    row = (await issued(scene, everything_that_follows, application_id)).rows[0]
    assert re.fullmatch(r"([0-9A-Z]{4}-){3}[0-9A-Z]{4}", row.code)
    found = await check(scene, row.code.lower())
    assert found is not None
    assert (found.is_valid, found.kind, found.initials) == (True, KIND.APPLICATION, "M. R. B.")
    assert "Rosa" not in repr(found)
    assert await check(scene, new_code()) is None
    assert row.document_id is not None
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        _document, content = await own_document_file(work, scene.rosa, row.document_id)
        assert content.startswith(b"%PDF")


async def test_a_revoked_attestation_is_not_valid_and_the_person_reads_why(
    scene: Scene, application_id: UUID, everything_that_follows: Follow
) -> None:
    row = (await issued(scene, everything_that_follows, application_id)).rows[0]
    worker = await an_operator_with(scene, Role.SOCIAL_WORKER)
    command = RevokeAttestation(person_id=scene.rosa.person_id, attestation_id=row.id, reason="Rilasciata per errore.")
    async with unit_of_work(worker, bind=scene.connection) as work:
        await revoke_attestation(work, worker, command)
        with pytest.raises(AttestationOver):
            await revoke_attestation(work, worker, command)
    found = await check(scene, row.code)
    assert found is not None
    assert not found.is_valid
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        rows = (await attestations_of(work, scene.rosa, scene.rosa.person_id)).rows
        assert rows[0].revocation_reason == "Rilasciata per errore."


async def test_after_some_wrong_codes_even_a_right_one_waits_but_only_from_that_address(
    scene: Scene, application_id: UUID, everything_that_follows: Follow
) -> None:
    code = (await issued(scene, everything_that_follows, application_id)).rows[0].code
    for _right in range(8):
        assert await check(scene, code) is not None
    for _wrong in range(5):
        assert await check(scene, new_code()) is None
    with pytest.raises(TooManyTries):
        await check(scene, code)
    assert await check(scene, code, "203.0.113.99") is not None


async def test_the_applications_of_a_year_are_those_of_the_persons_own_list(
    scene: Scene, application_id: UUID, everything_that_follows: Follow
) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_submitted_application(work, scene.rosa)
    await everything_that_follows()
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        year = work.today.year
        listed = [one for one in await own_applications(work, scene.rosa) if one.submitted_at]
        in_year = [one for one in listed if day_of(one.submitted_at or work.now).year == year]
        command = IssueAttestation(person_id=scene.rosa.person_id, kind=KIND.YEAR, year=year)
        made = await issue_attestation(work, scene.rosa, command)
        with pytest.raises(NothingToAttest):
            await issue_attestation(work, scene.rosa, command.model_copy(update={"year": 2001}))
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        facts = await attestation_facts(work, SYSTEM, made)
    assert facts is not None
    assert len(facts.rows) == len(in_year) == 2
    assert {row.protocollo for row in facts.rows} == {one.protocollo for one in in_year}
    act = attestation(facts, "")
    table = next(block for block in act.blocks if isinstance(block, Table))
    assert len(table.rows) == 2
    assert "Domande in tutto: 2." in repr(act)


async def test_being_followed_is_attested_only_where_the_ente_wants_it(
    scene: Scene, application_id: UUID, everything_that_follows: Follow
) -> None:
    worker = await an_operator_with(scene, Role.SOCIAL_WORKER)
    admin = await an_operator_with(scene, Role.ENTE_ADMIN)
    command = IssueAttestation(person_id=scene.rosa.person_id, kind=KIND.IN_CHARGE, application_id=application_id)
    async with unit_of_work(worker, bind=scene.connection) as work:
        with pytest.raises(NotAttestedHere):
            await issue_attestation(work, worker, command)
        await work.discard()
        with pytest.raises(NotAllowed):
            await set_attestation_rules(work, worker, SetAttestationRules(is_charge_told=True))
    async with unit_of_work(admin, bind=scene.connection) as work:
        await set_attestation_rules(work, admin, SetAttestationRules(is_charge_told=True, is_registered=True))
    async with unit_of_work(worker, bind=scene.connection) as work:
        with pytest.raises(NothingToAttest):
            await issue_attestation(work, worker, command)
        await work.discard()
        await take_up_application(work, worker, application_id)
        made = await issue_attestation(work, worker, command)
    await everything_that_follows()
    async with unit_of_work(worker, read_only=True, bind=scene.connection) as work:
        number = await protocollo_of(work, made, direction=Direction.OUTGOING)
        assert number is not None
        rows = (await attestations_of(work, worker, scene.rosa.person_id)).rows
        assert [(row.kind, row.document_id is not None) for row in rows] == [(KIND.IN_CHARGE, True)]


async def test_a_stranger_gets_none_and_postgresql_shows_none(
    scene: Scene, application_id: UUID, everything_that_follows: Follow
) -> None:
    await issued(scene, everything_that_follows, application_id)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        stranger = a_citizen(scene.territory, await a_person(work, scene.territory, FATIMA))
        neighbour = await an_operator(work, scene.territory.neighbour_office_id)
    worker = await an_operator_with(scene, Role.SOCIAL_WORKER)
    async with unit_of_work(stranger, bind=scene.connection) as work:
        with pytest.raises(NotFound):
            await attestations_of(work, stranger, scene.rosa.person_id)
        with pytest.raises(NotFound):
            command = IssueAttestation(person_id=scene.rosa.person_id, kind=KIND.YEAR, year=2026)
            await issue_attestation(work, stranger, command)
    seen: tuple[tuple[Actor, int], ...] = (
        (scene.rosa, 1), (worker, 1), (SYSTEM, 1), (stranger, 0), (neighbour, 0), (Visitor(scene.territory.family), 0)
    )  # fmt: skip
    for actor, count in seen:
        async with unit_of_work(actor, read_only=True, bind=scene.connection) as work:
            connection = await work.session.connection()
            found = await connection.execute(sa.text("SELECT count(*) FROM intake.attestation"))
            assert found.scalar_one() == count, actor
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        connection = await work.session.connection()
        changed = await connection.execute(sa.text("UPDATE intake.attestation SET year = NULL"))
        assert changed.rowcount == 0  # what was handed out is not the person's to change
        with pytest.raises(ProgrammingError, match="row-level security"):
            async with connection.begin_nested():
                await connection.execute(
                    sa.text(
                        "INSERT INTO intake.attestation (id, created_at, ente_id, person_id, kind, year, code,"
                        " issued_at, protocollo, revocation_reason, document_id)"
                        " SELECT gen_random_uuid(), created_at, ente_id,"
                        " person_id, 'year', 2020, 'falsa', issued_at, '', '', document_id FROM intake.attestation"
                    )
                )
