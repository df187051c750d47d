"""The worklist: views, order, search, and few questions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.casework.queries.worklist import WorklistCounts, worklist, worklist_counts
from domain.casework.terms import Urgency
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of, utcnow
from domain.kernel.page import Page
from domain.platform.work import unit_of_work
from tests.domain.casework.conftest import Scene
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF
from tests.support.questions import Questions


async def names_in(scene: Scene, operator: Operator, **asked: object) -> list[str]:
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        return [row.full_name for row in (await worklist(work, operator, **asked)).items]  # pyright: ignore[reportArgumentType]


async def counted(scene: Scene, operator: Operator, search: str = "") -> WorklistCounts:
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        return await worklist_counts(work, operator, search=search)


async def four_cases(scene: Scene) -> None:
    """Davide asked 26 days ago, Youssef 2, Fatima 1 and is followed, Rosa today."""
    for persona, days in ((DAVIDE, 26), (YOUSSEF, 2), (FATIMA, 1), (ROSA, 0)):
        with as_of(utcnow() - timedelta(days=days)):
            application_id = await scene.applies(persona)
    async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
        fatima = next(row for row in (await worklist(work, scene.worker)).items if row.full_name == FATIMA.full_name)
    async with unit_of_work(scene.worker, bind=scene.connection) as work:
        await take_charge(work, scene.worker, TakeCharge(case_id=fatima.case_id))
    assert application_id


async def test_the_nearest_term_comes_first(scene: Scene, questions: Questions) -> None:
    await four_cases(scene)
    async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
        with questions(at_most=8):
            page = await worklist(work, scene.worker, view="all")
    told = [(row.full_name, row.days_left, row.urgency, row.is_minor, row.responsible) for row in page.items]
    assert told == [
        (DAVIDE.full_name, 4, Urgency.HIGH, False, None),
        (YOUSSEF.full_name, 28, Urgency.MEDIUM, True, None),
        (FATIMA.full_name, 29, Urgency.NONE, False, "Sara Lodi"),
        (ROSA.full_name, 30, Urgency.MEDIUM, False, None),
    ]
    assert page.items[0].service_title == "Aiuto a casa (assistenza domiciliare)"
    assert page.items[0].protocollo
    assert str(page.items[0].urgency_reason) == "Il termine scade tra 4 giorni."
    assert (page.total, page.pages) == (4, 1)


async def test_the_views_and_their_counts(scene: Scene) -> None:
    await four_cases(scene)
    waiting = [DAVIDE.full_name, YOUSSEF.full_name, ROSA.full_name]
    assert await names_in(scene, scene.worker) == waiting
    assert await names_in(scene, scene.worker, view="mine") == [FATIMA.full_name]
    assert await names_in(scene, scene.worker, view="due") == [DAVIDE.full_name]
    assert await names_in(scene, scene.colleague, view="mine") == []
    assert await counted(scene, scene.worker) == WorklistCounts(new=3, mine=1, due=1, all=4)
    assert await counted(scene, scene.colleague) == WorklistCounts(new=3, mine=0, due=1, all=4)
    assert await counted(scene, scene.worker, "bellandi") == WorklistCounts(new=1, mine=0, due=0, all=1)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("bellandi", [ROSA]), (ROSA.codice_fiscale, [ROSA]), ("1", [DAVIDE]), ("nessuno", []), ("%", []), ("9" * 30, [])],
)
async def test_searching(scene: Scene, typed: str, found: list[object]) -> None:
    await four_cases(scene)
    assert await names_in(scene, scene.worker, view="all", search=typed) == [one.full_name for one in found]  # pyright: ignore[reportAttributeAccessIssue]


async def test_others_see_nothing(scene: Scene) -> None:
    await scene.applies()
    assert await names_in(scene, scene.clerk) == [ROSA.full_name]
    for operator in (scene.neighbour, scene.accountant, replace(scene.worker, roles=frozenset())):
        assert await names_in(scene, operator, view="all") == []
        assert await counted(scene, operator) == WorklistCounts(0, 0, 0, 0)


@pytest.mark.parametrize(("total", "pages", "last"), [(0, 1, 1), (25, 1, 1), (26, 2, 2)])
def test_the_pages_of_a_list(total: int, pages: int, last: int) -> None:
    page = Page[int]([], last, 25, total)
    assert (page.pages, page.has_next, page.has_previous) == (pages, False, last > 1)
