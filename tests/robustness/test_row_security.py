"""PostgreSQL alone hides what is not yours: the doors' filters are taken away and nothing more is seen."""

from collections.abc import Awaitable, Callable
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.terms import Way
from domain.casework.queries import cases
from domain.intake.queries import own_applications
from domain.kernel.actor import Visitor
from domain.kernel.refusals import NotFound
from domain.platform.database import tell
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.queries import people
from tests.robustness.story import Story, rosas_story
from tests.support.given import SYSTEM
from tests.support.personas import ROSA
from tests.support.rules.row_security import personal_tables

# Everything in which a person's life stands, and the column by which a row is Rosa's.
OF_ROSA = {
    "registry.person": "id",
    "registry.fact": "person_id",
    "registry.isee": "person_id",
    "registry.household_member": "person_id",
    "registry.guardianship": "person_id",
    "registry.watch": "person_id",
    "documents.document": "person_id",
    "documents.filing": "person_id",
    "documents.upload": "person_id",
    "documents.protocollo": "person_id",
    "correspondence.letter": "person_id",
    "intake.application": "beneficiary_id",
    "intake.attachment": "person_id",
    'casework."case"': "person_id",
    "casework.case_application": "person_id",
    "casework.diary_entry": "person_id",
    "platform.reading": "person_id",
}
# Tables that name a person and hold no row in this story; each with the test that covers it.
ELSEWHERE = {
    "access.account": "only the program sees it: test_only_the_program_sees_accounts_and_sessions",
    "access.citizen_identity": "the same",
    "access.session": "the same",
    "access.operator_credential": "the same",
    "access.delegation": "tests/robustness/test_delegated_row_security.py",
    "access.identification": "tests/domain/access/desk/test_identifying.py",
    "access.account_link": "the same",
    "access.code_contact": "the same",
    **dict.fromkeys(
        (
            "reception.contact_sheet",
            "reception.care_proposal",
            "reception.notice_taken",
            "reception.consent",
            "casework.case_sheet",
        ),
        "tests/domain/reception/test_row_security.py",
    ),
    **dict.fromkeys(
        (
            "casework.care_plan",
            "casework.care_plan_version",
            "casework.care_plan_check",
            "casework.care_plan_step",
        ),
        "tests/domain/casework/care_plan/test_agreeing.py",
    ),
    "scheduling.booking_draft": "tests/domain/scheduling/test_row_security.py",
    "registry.former_code": "tests/robustness/test_merged_row_security.py",
    "registry.outsider": "tests/domain/registry/relations/test_hidden_people.py",
    "registry.relation": "the same",
    "registry.difference": "tests/domain/registry/civil/test_differences.py",
    "registry.civil_check": "tests/domain/registry/civil/test_variations.py",
    "registry.civil_inquiry": "the same",
    "registry.protected_access": "tests/domain/registry/test_protection.py",
    "registry.clue": "tests/domain/registry/finding/test_find_people.py",
    "registry.found_by": "the same",
    "registry.protected_opening": "tests/backoffice/test_emergency.py",
    "registry.sharing": "tests/domain/registry/test_sharing.py",
    "privacy.personal_copy": "tests/domain/privacy/copies/test_asking.py",
    "privacy.rectification": "tests/domain/privacy/test_rectifications.py",
    "documents.filing_words": "tests/domain/documents/archive/test_private.py",
    "intake.integration_item": "tests/portal/replies/test_row_security.py",
    "intake.passage_letter": "the same",
    "intake.letter_opening": "tests/portal/replies/test_opened_letters.py",
    "intake.bando_score": "tests/domain/intake/bandi/test_bando_scores.py",
    "intake.attestation": "tests/domain/intake/attestations/test_attestations.py",
    "procedure.proceeding": "tests/domain/procedure/test_row_security.py",
    "scheduling.appointment": "tests/domain/scheduling/test_row_security.py",
    "scheduling.booking_invitation": "tests/domain/scheduling/inviting/test_who_is_invited.py",
    "correspondence.contact_profile": "tests/domain/correspondence/test_safe_sending.py",
    "correspondence.delivery": "the same",
    "correspondence.conversation": "tests/domain/intake/conversation/test_row_security.py",
    "housing.housing_need": "tests/domain/housing/test_needs.py",
    "reception.arrival_person": "tests/domain/reception/test_waiting.py",
    "intake.recognised": "tests/domain/intake/assistance/test_second_screen.py",
    "intake.second_screen": "the same",
    "intake.confirmation": "the same",
    "intake.signature": "tests/domain/intake/drafts/test_signatures.py",
}


@pytest.fixture
async def story(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Story:
    """Rosa has sent an application with a document; the office has taken charge and written in the diary."""
    return await rosas_story(connection, everything_that_follows)


@pytest.mark.parametrize("table", OF_ROSA)
async def test_without_any_filter_the_database_shows_rows_only_to_who_may_see_them(story: Story, table: str) -> None:
    column = OF_ROSA[table]
    assert await story.seen_by(SYSTEM, table, column) > 0, "the story puts nothing there: the test would prove nothing"
    if table != "platform.reading":  # one's own readings are seen; the office sees those of its ente
        assert await story.seen_by(story.worker, table, column) > 0
    assert await story.seen_by(story.stranger, table, column) == 0
    assert await story.seen_by(story.neighbour, table, column) == 0
    assert await story.seen_by(Visitor(story.territory.family), table, column) == 0
    assert await story.seen_by(None, table, column) == 0


def test_every_table_about_a_person_is_looked_at(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        named = {table for table, *_more in personal_tables(connection)}
        columns = connection.execute(
            "SELECT table_schema || '.' || table_name FROM information_schema.columns"
            " WHERE column_name IN ('person_id', 'beneficiary_id', 'citizen_id', 'account_id', 'guardian_id')"
        ).fetchall()
    about_people = named & {table for (table,) in columns}
    covered = {table.replace('"', "") for table in OF_ROSA} | set(ELSEWHERE)
    assert about_people - covered == set()


async def test_only_the_program_sees_accounts_and_sessions(story: Story) -> None:
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        await sign_in(work, story)
    for actor, is_shown in ((SYSTEM, True), (story.rosa, False), (story.stranger, False), (story.worker, False)):
        async with unit_of_work(actor, read_only=True, bind=story.connection) as work:
            for table in ("access.account", "access.citizen_identity", "access.session"):
                found = await (await work.session.connection()).execute(sa.text(f"SELECT count(*) FROM {table}"))
                assert bool(found.scalar_one()) is is_shown, (actor, table)


async def sign_in(work: UnitOfWork, story: Story) -> None:
    """Rosa has an account and a session."""
    identity = Identity(
        codice_fiscale=ROSA.codice_fiscale,
        given_name=ROSA.given_name,
        family_name=ROSA.family_name,
        born_on=ROSA.born_on,
        sex=ROSA.sex,
        birthplace_code=None,
        email=None,
        level=Level.TWO,
        subject=ROSA.codice_fiscale,
        issuer="https://idp.example",
        way=Way.CIE,
    )
    await sign_in_citizen(work, identity, ambito_id=story.territory.ambito_id, language="it", device="prova")


async def test_a_door_without_its_filter_still_leads_nobody_to_another_persons_row(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The conditions of the three doors become "everything"; only row-level security is left."""

    def everything(*_arguments: Any) -> sa.ColumnElement[bool]:
        return sa.true()

    monkeypatch.setattr(own_applications, "visible_to", everything)
    monkeypatch.setattr(people, "visible_to", everything)
    monkeypatch.setattr(cases, "within_reach", everything)
    async with unit_of_work(story.rosa, bind=story.connection) as work:
        found = await own_applications.own_application(work, story.rosa, story.application_id)
        assert found.id == story.application_id
    with pytest.raises(NotFound):
        async with unit_of_work(story.stranger, bind=story.connection) as work:
            await own_applications.own_application(work, story.stranger, story.application_id)
    for actor in (story.stranger, story.neighbour):
        with pytest.raises(NotFound):
            async with unit_of_work(actor, bind=story.connection) as work:
                await people.person(work, actor, story.rosa.person_id)
    async with unit_of_work(story.worker, bind=story.connection) as work:
        assert (await cases.case(work, story.worker, story.case_id)).id == story.case_id
    with pytest.raises(NotFound):
        async with unit_of_work(story.neighbour, bind=story.connection) as work:
            await cases.case(work, story.neighbour, story.case_id)


APPEND_ONLY = (
    "platform.event",
    "platform.reading",
    "platform.reaction_done",
    "casework.diary_entry",
    "documents.protocollo",
)
TAKEN_BACK = ("casework.diary_entry", 'casework."case"')
"""What an import has written may be taken back: the policy lets go nothing else."""
FORBIDDEN = [
    *[f"UPDATE {table} SET {'done_at' if table.endswith('done') else 'created_at'} = now()" for table in APPEND_ONLY],
    *[f"DELETE FROM {table}" for table in APPEND_ONLY if table not in TAKEN_BACK],
    *[f"TRUNCATE {table}" for table in APPEND_ONLY],
    "ALTER TABLE intake.application DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE intake.application NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY everything ON intake.application",
    "CREATE POLICY open ON intake.application USING (true)",
    "ALTER ROLE sportello_app BYPASSRLS",
    "SET ROLE postgres",
    "CREATE OR REPLACE FUNCTION platform.everywhere() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
async def test_the_application_cannot_rewrite_the_past_or_open_the_lock(
    connection: AsyncConnection, statement: str
) -> None:
    await connection.run_sync(tell, SYSTEM)
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner|must be able to"):
        async with connection.begin_nested():
            await connection.execute(sa.text(statement))


@pytest.mark.parametrize("table", TAKEN_BACK)
async def test_nothing_is_let_go_but_what_an_import_has_written(story: Story, table: str) -> None:
    before = await story.seen_by(SYSTEM, table, OF_ROSA[table])
    for actor in (SYSTEM, story.worker):
        await story.connection.run_sync(tell, actor)
        assert (await story.connection.execute(sa.text(f"DELETE FROM {table}"))).rowcount == 0
    assert await story.seen_by(SYSTEM, table, OF_ROSA[table]) == before > 0
