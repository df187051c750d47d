"""A draft is changed piece by piece: states, transitions, rules; it is begun from a template, or thrown away."""

from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from domain.procedure.actions.designing.begin_procedure import BeginProcedure, begin_procedure
from domain.procedure.actions.designing.change_rules import ChangeRules, change_rules
from domain.procedure.actions.designing.discard_draft import DiscardDraft, discard_draft
from domain.procedure.actions.designing.draft_procedure import DraftProcedure, draft_procedure
from domain.procedure.actions.designing.keep_state import KeepState, keep_state
from domain.procedure.actions.designing.keep_transition import AskedQuestion, KeepTransition, keep_transition
from domain.procedure.actions.designing.publish_procedure import PublishProcedure, publish_procedure
from domain.procedure.actions.designing.remove_state import RemoveState, remove_state
from domain.procedure.actions.designing.remove_transition import RemoveTransition, remove_transition
from domain.procedure.queries.history import procedure_history
from domain.procedure.queries.versions import FindingKind, VersionSheet, procedure_version, procedures
from domain.procedure.refusals import AlreadyPublished, DraftChanged, NotYoursToDesign, StartIsNeeded
from domain.procedure.seeds.starting_procedures import SHORT, give_starting_procedures
from domain.procedure.terms import AskedKind, Effect, StateKind
from domain.procedure.terms.designing import Template
from tests.domain.procedure.conftest import Office
from tests.support.given import SYSTEM, an_operator


@pytest.fixture
async def planner(office: Office) -> Operator:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await an_operator(work, office.territory.office_id, (Role.PLANNER,))


async def does(office: Office, operator: Operator, action: Any, command: Any) -> Any:
    """One action in a transaction of its own."""
    async with unit_of_work(operator, bind=office.connection) as work:
        return await action(work, operator, command)


async def begins(office: Office, planner: Operator, name: str = "Buono spesa") -> UUID:
    command = BeginProcedure(ente_id=planner.ente_id, name=name, template=Template.SHORT)
    return await does(office, planner, begin_procedure, command)


async def reads(office: Office, operator: Operator, version_id: UUID) -> VersionSheet:
    async with unit_of_work(operator, read_only=True, bind=office.connection) as work:
        return await procedure_version(work, operator, version_id)


def words(italian: str, **others: str) -> Localised:
    return Localised({"it": italian} | others)


async def test_a_procedure_begins_from_a_template_under_a_name_that_is_free(office: Office, planner: Operator) -> None:
    sheet = await reads(office, planner, await begins(office, planner))
    assert (sheet.slug, sheet.number, len(sheet.definition.states)) == ("buono-spesa", 1, 5)
    with pytest.raises(Invalid) as refused:
        await begins(office, planner, "Buono  spesa!")
    assert "name" in refused.value.fields
    with pytest.raises(NotYoursToDesign):
        await does(
            office,
            office.head,
            begin_procedure,
            BeginProcedure(ente_id=office.head.ente_id, name="Mio", template=Template.SHORT),
        )


async def test_a_state_that_nobody_leaves_is_found_and_a_transition_mends_it(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    at: dict[str, Any] = {"version_id": draft_id}
    visit = KeepState(
        **at, seen_revision=1, name=words("Visita a casa", de="Hausbesuch"), told=words("Veniamo a casa tua."),
        kind=StateKind.WAITING_FOR_OFFICE,
    )  # fmt: skip
    key = await does(office, planner, keep_state, visit)
    assert key == "visita_a_casa"
    way = KeepTransition(
        **at,
        seen_revision=2,
        name=words("Fissa la visita"),
        source="examination",
        target=key,
        roles=(Role.SOCIAL_WORKER,),
    )
    assert await does(office, planner, keep_transition, way) == "fissa_la_visita"
    sheet = await reads(office, planner, draft_id)
    assert [(one.kind, one.state) for one in sheet.findings if one.is_blocking] == [(FindingKind.DEAD_END, key)]
    back = KeepTransition(
        **at,
        seen_revision=3,
        name=words("Torna all'esame"),
        source=key,
        target="examination",
        roles=(Role.SOCIAL_WORKER,),
    )
    await does(office, planner, keep_transition, back)
    assert not [one for one in (await reads(office, planner, draft_id)).findings if one.is_blocking]
    await does(office, planner, publish_procedure, PublishProcedure(version_id=draft_id, seen_revision=4))


async def test_two_states_of_one_name_have_two_keys_and_a_changed_one_keeps_its_own(
    office: Office, planner: Operator
) -> None:
    draft_id = await begins(office, planner)
    keys = []
    for revision in (1, 2):
        command = KeepState(version_id=draft_id, seen_revision=revision, name=words("Visita"), kind=StateKind.OPEN)
        keys.append(await does(office, planner, keep_state, command))
    assert keys == ["visita", "visita_2"]
    renamed = KeepState(
        version_id=draft_id, seen_revision=3, key="visita_2", name=words("Colloquio"), kind=StateKind.OPEN, days=4
    )
    assert await does(office, planner, keep_state, renamed) == "visita_2"
    states = (await reads(office, planner, draft_id)).definition.states
    assert [one.name.in_("it") for one in states[-2:]] == ["Visita", "Colloquio"]
    with pytest.raises(NotFound):
        await does(office, planner, keep_state, renamed.model_copy(update={"seen_revision": 4, "key": "altro"}))


async def test_a_state_goes_with_its_transitions_but_never_the_first(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    await does(
        office, planner, remove_state, RemoveState(version_id=draft_id, seen_revision=1, key="rejection_announced")
    )
    left = (await reads(office, planner, draft_id)).definition
    assert [one.key for one in left.transitions] == ["examine", "grant"]
    with pytest.raises(StartIsNeeded):
        await does(office, planner, remove_state, RemoveState(version_id=draft_id, seen_revision=2, key="received"))
    rules = ChangeRules(
        version_id=draft_id, seen_revision=2, name=words("Buono"), start="examination", is_started_by_citizen=True
    )
    await does(office, planner, change_rules, rules)
    await does(office, planner, remove_state, RemoveState(version_id=draft_id, seen_revision=3, key="received"))
    sheet = await reads(office, planner, draft_id)
    assert (sheet.definition.start, sheet.name.in_("it")) == ("examination", "Buono")
    assert "received" not in {one.key for one in sheet.definition.states}


async def test_questions_keep_their_keys_when_the_transition_is_saved_again(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    before = (await reads(office, planner, draft_id)).definition.transition("reject")
    assert before is not None
    questions = (
        AskedQuestion(label=before.fields[0].label.root, required=True),
        AskedQuestion(label={"it": "Quale fascia"}, kind=AskedKind.CHOICE, options=("Prima", "Seconda", "Prima")),
    )
    command = KeepTransition(
        version_id=draft_id,
        seen_revision=1,
        key="reject",
        name=before.name,
        source=before.source,
        target=before.target,
        roles=before.roles,
        fields=questions,
        required_document_kinds=(DocumentKind.DECREE,),
        letter=before.letter,
        notifies=True,
        effect=Effect.REJECT,
    )
    await does(office, planner, keep_transition, command)
    await does(office, planner, keep_transition, command.model_copy(update={"seen_revision": 2}))
    after = (await reads(office, planner, draft_id)).definition.transition("reject")
    assert after is not None
    assert [one.key for one in after.fields] == ["reasons", "quale_fascia"]
    assert [(one.value, one.label.in_("de")) for one in after.fields[1].options] == [
        ("prima", "Prima"),
        ("seconda", "Seconda"),
    ]
    assert after.required_document_kinds == ("decree",)
    await does(office, planner, remove_transition, RemoveTransition(version_id=draft_id, seen_revision=3, key="reject"))
    assert (await reads(office, planner, draft_id)).definition.transition("reject") is None


async def test_what_is_wrong_with_a_transition_is_said_by_its_place(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    command = KeepTransition(
        version_id=draft_id,
        seen_revision=1,
        name=words("Vai"),
        source="examination",
        target="nowhere",
        fields=(AskedQuestion(label={"de": "Warum"}), AskedQuestion(label={"it": "Quale"}, kind=AskedKind.CHOICE)),
    )
    with pytest.raises(Invalid) as refused:
        await does(office, planner, keep_transition, command)
    assert set(refused.value.fields) == {"target", "fields.0.label.it", "fields.1.options"}


async def test_every_change_looks_whether_a_colleague_saved_meanwhile(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    state = KeepState(version_id=draft_id, seen_revision=1, name=words("Visita"), kind=StateKind.OPEN)
    await does(office, planner, keep_state, state)
    way = KeepTransition(version_id=draft_id, seen_revision=1, name=words("Vai"), source="received", target="visita")
    late: list[tuple[Any, Any]] = [
        (keep_state, state),
        (keep_transition, way),
        (remove_state, RemoveState(version_id=draft_id, seen_revision=1, key="visita")),
        (remove_transition, RemoveTransition(version_id=draft_id, seen_revision=1, key="grant")),
        (change_rules, ChangeRules(version_id=draft_id, seen_revision=1, name=words("Altro"), start="received")),
        (publish_procedure, PublishProcedure(version_id=draft_id, seen_revision=1)),
    ]
    for action, command in late:
        with pytest.raises(DraftChanged):
            await does(office, planner, action, command)
    assert (await reads(office, planner, draft_id)).name.in_("it") == "Buono spesa"


async def test_a_draft_is_thrown_away_and_what_was_published_never(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    await does(office, planner, discard_draft, DiscardDraft(version_id=draft_id))
    async with unit_of_work(planner, read_only=True, bind=office.connection) as work:
        rows = {row.slug: row for row in await procedures(work, planner)}
    assert "buono-spesa" not in rows
    short = DraftProcedure(ente_id=planner.ente_id, slug=SHORT, name=words("Breve"))
    await does(
        office, planner, discard_draft, DiscardDraft(version_id=await does(office, planner, draft_procedure, short))
    )
    published_id = rows[SHORT].version_id
    assert published_id
    with pytest.raises(AlreadyPublished):
        await does(office, planner, discard_draft, DiscardDraft(version_id=published_id))
    async with unit_of_work(planner, bind=office.connection) as work:
        gone = await work.session.exec(sa.delete(sa.table("procedure_version", schema="procedure")))
        assert gone.rowcount == 0  # PostgreSQL says so too


async def test_the_history_says_which_version_held_when(office: Office, planner: Operator) -> None:
    draft_id = await begins(office, planner)
    await does(office, planner, publish_procedure, PublishProcedure(version_id=draft_id))
    sheet = await reads(office, planner, draft_id)
    again = DraftProcedure(ente_id=planner.ente_id, slug=sheet.slug, name=sheet.name)
    next_id = await does(office, planner, draft_procedure, again)
    async with unit_of_work(planner, read_only=True, bind=office.connection) as work:
        found = await procedure_history(work, planner, sheet.procedure_id)
    assert found.draft
    assert found.in_force
    assert (found.draft.id, found.in_force.id) == (next_id, draft_id)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        neighbour = await an_operator(work, office.territory.neighbour_office_id, (Role.ENTE_ADMIN,))
    for operator, refusal in ((office.head, NotYoursToDesign), (neighbour, NotYoursToDesign)):
        with pytest.raises(refusal):
            async with unit_of_work(operator, read_only=True, bind=office.connection) as work:
                await procedure_history(work, operator, sheet.procedure_id)


async def test_an_ambito_without_procedures_is_given_the_starting_ones_once(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        first = await give_starting_procedures(work, SYSTEM)
        assert first >= 1
        assert await give_starting_procedures(work, SYSTEM) == 0
        admin = await an_operator(work, office.territory.ambito_office_id, (Role.AMBITO_ADMIN,))
    async with unit_of_work(admin, read_only=True, bind=office.connection) as work:
        own = [row for row in await procedures(work, admin) if row.ente_id == office.territory.ambito_id]
    assert sorted(row.slug for row in own if row.version_id) == ["procedimento-breve", "procedimento-ordinario"]
