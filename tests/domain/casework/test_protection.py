"""The case of a person under protection: hidden from everybody not named, by the door and by the database."""

import pytest
import sqlalchemy as sa

from domain.casework.queries.case_file import case_file
from domain.casework.queries.worklist import worklist, worklist_counts
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.queries import names as naming
from tests.domain.casework.conftest import Scene
from tests.support.personas import FATIMA, ROSA

CASES = sa.text('SELECT count(*) FROM casework."case"')


async def hide_fatima(scene: Scene) -> object:
    """Fatima asks, then only ``scene.worker`` may know of her; Rosa asks too. The id of Fatima's case."""
    application_id = await scene.applies(FATIMA)
    await scene.applies(ROSA)
    async with unit_of_work(scene.worker, bind=scene.connection) as work:
        await protect_identity(work, scene.worker, ProtectIdentity(person_id=scene.citizens[FATIMA].person_id))
    return await scene.case_of(application_id)


async def test_her_case_is_on_the_list_of_who_is_named_only(scene: Scene) -> None:
    case_id = await hide_fatima(scene)
    seen = {}
    for operator in (scene.worker, scene.colleague):
        async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
            seen[operator] = {row.full_name for row in (await worklist(work, operator)).items}
            assert (await worklist_counts(work, operator)).new == len(seen[operator])
            assert (await work.session.connection()) is not None
    assert list(seen.values()) == [{ROSA.full_name, FATIMA.full_name}, {ROSA.full_name}]
    with pytest.raises(NotFound):
        async with unit_of_work(scene.colleague, read_only=True, bind=scene.connection) as work:
            await case_file(work, scene.colleague, case_id)  # pyright: ignore[reportArgumentType]


async def test_row_level_security_alone_hides_her_case(scene: Scene) -> None:
    await hide_fatima(scene)
    seen = []
    for operator in (scene.worker, scene.colleague, scene.neighbour):
        async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
            seen.append((await (await work.session.connection()).execute(CASES)).scalar_one())
    assert seen == [2, 1, 0]


async def test_without_the_door_of_names_row_level_security_still_hides_her(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hide_fatima(scene)
    monkeypatch.setattr(naming, "visible_to", lambda _actor: sa.true())
    async with unit_of_work(scene.colleague, read_only=True, bind=scene.connection) as work:
        fatima = scene.citizens[FATIMA].person_id
        assert await naming.names(work, [fatima]) == {}
        assert [row.full_name for row in (await worklist(work, scene.colleague)).items] == [ROSA.full_name]
