"""The database itself shows what was asked, and the letters, to nobody but Rosa and her office."""

import sqlalchemy as sa

from domain.intake.actions.examination.request_integration import AskedItem
from domain.intake.actions.examination.save_filter import SaveFilter, save_filter
from domain.intake.terms import ItemKind
from domain.kernel.actor import Actor
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.portal.replies.conftest import Examined
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE

TABLES = ("integration_item", "passage_letter")


async def seen(examined: Examined, actor: Actor, table: str) -> int:
    async with unit_of_work(actor, read_only=True, bind=examined.portal.connection) as work:
        counted = sa.text(f"SELECT count(*) FROM intake.{table}")
        return int((await (await work.session.connection()).execute(counted)).scalar_one())


async def test_only_rosa_and_her_office_see_what_was_asked_and_the_letters(examined: Examined) -> None:
    await examined.asked(AskedItem(label="Il nome del medico", kind=ItemKind.ANSWER))
    territory = examined.portal.territory
    async with unit_of_work(SYSTEM, bind=examined.portal.connection) as work:
        stranger = a_citizen(territory, await a_person(work, territory, DAVIDE))
        neighbour = await an_operator(work, territory.neighbour_office_id, (Role.SOCIAL_WORKER,), names="Ugo Vicino")
    for table in TABLES:
        assert [await seen(examined, one, table) for one in (SYSTEM, examined.rosa, examined.head)] == [1, 1, 1]
        assert [await seen(examined, one, table) for one in (stranger, neighbour)] == [0, 0]


async def test_a_kept_filter_is_seen_by_its_maker_alone(examined: Examined) -> None:
    async with unit_of_work(SYSTEM, bind=examined.portal.connection) as work:
        office = examined.portal.territory.office_id
        colleague = await an_operator(work, office, (Role.OFFICE_HEAD,), names="Ugo Pari")
    async with unit_of_work(examined.head, bind=examined.portal.connection) as work:
        await save_filter(work, examined.head, SaveFilter(name="In arabo", query={"lingua": "ar"}))
    assert await seen(examined, examined.head, "saved_filter") == 1
    assert await seen(examined, colleague, "saved_filter") == 0
    assert await seen(examined, examined.rosa, "saved_filter") == 0
