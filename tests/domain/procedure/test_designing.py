"""A procedure is drawn, saved, refused while it is not sound, published; what runs keeps its version."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from domain.procedure.actions.designing.change_draft import ChangeDraft, change_draft
from domain.procedure.actions.designing.draft_procedure import DraftProcedure, draft_procedure
from domain.procedure.actions.designing.publish_procedure import PublishProcedure, publish_procedure
from domain.procedure.queries.versions import FindingKind, VersionSheet, procedure_version, procedures
from domain.procedure.refusals import AlreadyPublished, DraftChanged, DraftExists, NotSound, NotYoursToDesign
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.templates.default_procedure import minimal_procedure
from domain.procedure.seeds.starting_procedures import ORDINARY, SHORT
from domain.procedure.terms import VersionStatus
from tests.domain.procedure.conftest import STARTED, Office, on
from tests.support.given import SYSTEM, an_operator

NAME = Localised({"it": "Il mio procedimento"})


async def published(office: Office, slug: str, definition: ProcedureDefinition, day: date = STARTED) -> UUID:
    """A procedure of the comune, in force from the day; the id of the version."""
    with on(day):
        async with unit_of_work(SYSTEM, bind=office.connection) as work:
            draft = DraftProcedure(ente_id=office.territory.comune_id, slug=slug, name=NAME, definition=definition)
            version_id = await draft_procedure(work, SYSTEM, draft)
            await publish_procedure(work, SYSTEM, PublishProcedure(version_id=version_id))
    return version_id


@pytest.fixture
async def planner(office: Office) -> Operator:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await an_operator(work, office.territory.office_id, (Role.PLANNER,))


async def drafts(office: Office, operator: Operator, definition: ProcedureDefinition | None, slug: str) -> UUID:
    async with unit_of_work(operator, bind=office.connection) as work:
        command = DraftProcedure(ente_id=operator.ente_id, slug=slug, name=NAME, definition=definition)
        return await draft_procedure(work, operator, command)


async def reads(office: Office, operator: Operator, version_id: UUID) -> VersionSheet:
    async with unit_of_work(operator, read_only=True, bind=office.connection) as work:
        return await procedure_version(work, operator, version_id)


def without_notice() -> ProcedureDefinition:
    """The short procedure with a way straight to the no."""
    whole = minimal_procedure()
    straight = next(one for one in whole.transitions if one.key == "reject")
    changed = straight.model_copy(update={"key": "straight", "source": "examination"})
    return whole.model_copy(update={"transitions": (*whole.transitions, changed)})


async def test_an_unsound_procedure_is_saved_and_not_published(office: Office, planner: Operator) -> None:
    draft_id = await drafts(office, planner, without_notice(), "il-mio")
    sheet = await reads(office, planner, draft_id)
    assert FindingKind.NO_NOTICE in {one.kind for one in sheet.findings}
    assert len(sheet.diagram.arrows) == 6
    with pytest.raises(NotSound) as refused:
        async with unit_of_work(planner, bind=office.connection) as work:
            await publish_procedure(work, planner, PublishProcedure(version_id=draft_id))
    assert [getattr(one, "transition", "") for one in refused.value.findings] == ["straight"]
    async with unit_of_work(planner, bind=office.connection) as work:
        mended = ChangeDraft(version_id=draft_id, seen_revision=1, definition=minimal_procedure())
        assert await change_draft(work, planner, mended) == 2
    async with unit_of_work(planner, bind=office.connection) as work:
        await publish_procedure(work, planner, PublishProcedure(version_id=draft_id))
    assert (await reads(office, planner, draft_id)).status is VersionStatus.PUBLISHED


async def test_two_who_save_at_once_do_not_overwrite_each_other(office: Office, planner: Operator) -> None:
    draft_id = await drafts(office, planner, minimal_procedure(), "il-mio")
    command = ChangeDraft(version_id=draft_id, seen_revision=1, definition=minimal_procedure())
    async with unit_of_work(planner, bind=office.connection) as work:
        await change_draft(work, planner, command)
    with pytest.raises(DraftChanged):
        async with unit_of_work(planner, bind=office.connection) as work:
            await change_draft(work, planner, command)


async def test_what_runs_keeps_its_version_and_what_starts_later_gets_the_new_one(
    office: Office, planner: Operator
) -> None:
    before = await office.starts()
    with on(STARTED + timedelta(days=1)):
        draft_id = await drafts(office, planner, minimal_procedure(), ORDINARY)
        async with unit_of_work(planner, bind=office.connection) as work:
            await publish_procedure(work, planner, PublishProcedure(version_id=draft_id))
    after = await office.starts(STARTED + timedelta(days=1))
    await office.fires(before, "start_check", STARTED + timedelta(days=2))
    old, new = [await office.sees(one, STARTED + timedelta(days=2)) for one in (before, after)]
    assert old.procedure_version_id != new.procedure_version_id == draft_id
    assert (old.state.key, new.ways_on[0].transition.key) == ("formal_check", "examine")


async def test_a_published_version_never_changes_and_there_is_one_draft(office: Office, planner: Operator) -> None:
    draft_id = await drafts(office, planner, None, ORDINARY)
    with pytest.raises(DraftExists):
        await drafts(office, planner, minimal_procedure(), ORDINARY)
    async with unit_of_work(planner, bind=office.connection) as work:
        await publish_procedure(work, planner, PublishProcedure(version_id=draft_id))
    with pytest.raises(AlreadyPublished):
        async with unit_of_work(planner, bind=office.connection) as work:
            change = ChangeDraft(version_id=draft_id, seen_revision=1, definition=minimal_procedure())
            await change_draft(work, planner, change)
    with pytest.raises(AlreadyPublished):
        async with unit_of_work(planner, bind=office.connection) as work:
            await publish_procedure(work, planner, PublishProcedure(version_id=draft_id))


async def test_the_list_says_what_is_in_force_and_what_is_being_drawn(office: Office, planner: Operator) -> None:
    draft_id = await drafts(office, planner, None, SHORT)
    async with unit_of_work(planner, read_only=True, bind=office.connection) as work:
        rows = await procedures(work, planner)
    assert [(row.slug, row.number, row.draft_id) for row in rows] == [(SHORT, 1, draft_id), (ORDINARY, 1, None)]
    assert rows[0].name.in_("it") == "Il mio procedimento"


async def test_only_who_runs_the_ente_or_its_plan_designs(office: Office, planner: Operator) -> None:
    draft_id = await drafts(office, planner, minimal_procedure(), "il-mio")
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        neighbour = await an_operator(work, office.territory.neighbour_office_id, (Role.ENTE_ADMIN,))
    with pytest.raises(NotYoursToDesign):
        await drafts(office, office.head, minimal_procedure(), "altro")
    with pytest.raises(NotYoursToDesign):
        await reads(office, office.head, draft_id)
    with pytest.raises(NotFound):
        await reads(office, neighbour, draft_id)
    with pytest.raises(NotYoursToDesign):
        async with unit_of_work(neighbour, bind=office.connection) as work:
            other = DraftProcedure(
                ente_id=office.territory.comune_id, slug="suo", name=NAME, definition=minimal_procedure()
            )
            await draft_procedure(work, neighbour, other)


async def test_a_new_slug_without_a_drawing_is_nothing(office: Office, planner: Operator) -> None:
    with pytest.raises(NotFound):
        await drafts(office, planner, None, "vuoto")
