"""The desk enters applications to a bando: by its hours, and after them only with a reason that the bando accepts."""

from typing import Any
from uuid import UUID

import pytest

from domain.catalogue.queries.bandi.bandi_in_reach import bandi_at_desk, bandi_in_reach
from domain.catalogue.queries.bandi.bando_sheet import bando_sheet, bando_to_read
from domain.catalogue.refusals import BandoNotOpen, NotYoursToPublish
from domain.intake.actions.assistance.submit_at_desk import SubmitAtDesk, submit_at_desk
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.bandi.bando_applications import BandoFilter, bando_applications
from domain.intake.refusals import BandoElsewhere
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.assistance.desk import a_desk_draft, answered_at_desk
from tests.domain.intake.conftest import Scene
from tests.support.applications import home_care_is_published
from tests.support.bandi import AFTER, BEFORE, DURING, a_draft_bando, a_published_bando
from tests.support.given import SYSTEM, an_operator

LATE = "Il foglio è stato consegnato il 31 marzo al comune."


async def an_operator_at(scene: Scene, office_id: UUID, *roles: Role) -> Operator:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await an_operator(work, office_id, roles, names=f"Anna {roles[0].value}")


async def a_bando(scene: Scene, *, is_late_accepted: bool) -> UUID:
    """Of the ambito, open in March 2027."""
    planner = await an_operator_at(scene, scene.territory.ambito_office_id, Role.PLANNER)
    with as_of(BEFORE):
        async with unit_of_work(planner, bind=scene.connection) as work:
            await a_draft_bando(work, planner)
            return await a_published_bando(work, planner, is_late_accepted=is_late_accepted)


async def begins(scene: Scene, desk: Operator, bando_id: UUID, **facts: Any) -> UUID:
    async with unit_of_work(desk, bind=scene.connection) as work:
        chosen = {"bando_id": bando_id, "service_slug": ""} | facts
        return await a_desk_draft(work, desk, scene.rosa.person_id, **chosen)


async def test_in_its_hours_the_desk_sends_and_the_points_are_counted_and_before_and_after_it_cannot(
    scene: Scene,
) -> None:
    bando_id = await a_bando(scene, is_late_accepted=False)
    desk = await an_operator_at(scene, scene.territory.office_id, Role.DESK_OPERATOR)
    for when in (BEFORE, AFTER):
        with as_of(when), pytest.raises(BandoNotOpen):
            await begins(scene, desk, bando_id, late_reason=LATE)
    with as_of(DURING):
        draft_id = await begins(scene, desk, bando_id)
        assert await begins(scene, desk, bando_id) == draft_id
        async with unit_of_work(desk, bind=scene.connection) as work:
            await answered_at_desk(work, desk, draft_id)
            await submit_at_desk(work, desk, SubmitAtDesk(application_id=draft_id, is_read_aloud=True))
        async with unit_of_work(desk, bind=scene.connection) as work:
            _bando, found = await bando_applications(work, desk, bando_id, BandoFilter())
    assert [(one.id, one.points, one.late_reason) for one in found.items] == [(draft_id, 550, "")]


async def test_after_the_end_a_reason_lets_it_in_where_the_bando_says_so_and_the_office_reads_it(scene: Scene) -> None:
    bando_id = await a_bando(scene, is_late_accepted=True)
    desk = await an_operator_at(scene, scene.territory.office_id, Role.DESK_OPERATOR)
    with as_of(DURING):
        in_time = await begins(scene, desk, bando_id, late_reason="Non serve")
        async with unit_of_work(desk, bind=scene.connection) as work:
            await answered_at_desk(work, desk, in_time)
    with as_of(AFTER):
        with pytest.raises(BandoNotOpen):  # begun in time, sent too late without a reason
            async with unit_of_work(desk, bind=scene.connection) as work:
                await submit_at_desk(work, desk, SubmitAtDesk(application_id=in_time, is_read_aloud=True))
        with pytest.raises(Invalid) as refused:
            await begins(scene, desk, bando_id)
        assert "late_reason" in refused.value.fields
        assert await begins(scene, desk, bando_id, late_reason=LATE) == in_time
        async with unit_of_work(desk, bind=scene.connection) as work:
            [offered] = await bandi_at_desk(work, desk, scene.territory.comune_id)
            assert (offered.id, offered.is_late) == (bando_id, True)
            await submit_at_desk(work, desk, SubmitAtDesk(application_id=in_time, is_read_aloud=True))
        async with unit_of_work(desk, bind=scene.connection) as work:
            assert (await application_sheet(work, desk, in_time)).late_reason == LATE


async def test_a_comune_reads_the_bandi_of_its_ambito_and_writes_only_its_own(scene: Scene) -> None:
    bando_id = await a_bando(scene, is_late_accepted=False)
    head = await an_operator_at(scene, scene.territory.office_id, Role.ENTE_ADMIN)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await home_care_is_published(work, scene.territory.neighbour_id)
    neighbour = await an_operator_at(scene, scene.territory.neighbour_office_id, Role.ENTE_ADMIN, Role.DESK_OPERATOR)
    with as_of(BEFORE):
        async with unit_of_work(neighbour, bind=scene.connection) as work:
            theirs = await a_published_bando(work, neighbour)
    with as_of(DURING):
        async with unit_of_work(head, bind=scene.connection) as work:
            rows = (await bandi_in_reach(work, head)).items
            assert [one.id for one in rows] == [bando_id]
            assert rows[0].elsewhere
            sheet = await bando_to_read(work, head, bando_id)
            assert (sheet.is_ours, sheet.may_be_written, sheet.faults) == (False, False, {})
            with pytest.raises(NotYoursToPublish):
                await bando_sheet(work, head, bando_id)
        desk = await an_operator_at(scene, scene.territory.office_id, Role.DESK_OPERATOR)
        with pytest.raises(BandoElsewhere):
            await begins(scene, desk, theirs)
        async with unit_of_work(neighbour, bind=scene.connection) as work:
            assert {one.id for one in (await bandi_in_reach(work, neighbour)).items} == {bando_id, theirs}
            with pytest.raises(NotFound):
                await bando_to_read(work, neighbour, scene.rosa.person_id)
