"""The demonstration: some sixty people, twenty operators, ten stories, all by real actions, and only once."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.casework.queries.worklist import worklist, worklist_counts
from domain.commands.seed_demo import seed_demo
from domain.commands.stories.applications import STORIES
from domain.commands.stories.life import operator_called
from domain.kernel.actor import System
from domain.kernel.codice_fiscale import check
from domain.kernel.roles import Role
from domain.organization.seeds.staff import STAFF
from domain.organization.seeds.valley import OFFICES
from domain.platform.work import unit_of_work
from domain.registry.rules.ages import age_on
from domain.registry.seeds.settle_people import HOMES

TABLES = (
    "organization.ente",
    "organization.office",
    "organization.operator",
    "registry.person",
    "registry.household",
    "intake.application",
    'casework."case"',
    "casework.diary_entry",
    "documents.protocollo",
    "platform.event",
    "correspondence.contact_profile",
    "documents.filing",
    "scheduling.agenda",
    "scheduling.booking_invitation",
)


async def counts(connection: AsyncConnection) -> dict[str, int]:
    async with unit_of_work(System("count"), read_only=True, bind=connection) as work:
        raw = await work.session.connection()
        return {table: (await raw.execute(sa.text(f"SELECT count(*) FROM {table}"))).scalar_one() for table in TABLES}


async def test_the_demonstration_is_seeded_once(connection: AsyncConnection) -> None:
    first = await seed_demo(connection)
    before = await counts(connection)
    assert await seed_demo(connection) == first
    assert await counts(connection) == before
    assert list(before.values())[:8] == [5, 10, 20, 62, 27, 10, 9, 17]
    assert before["documents.protocollo"] == 9
    assert before["scheduling.booking_invitation"] == 2
    names = ("Sara Bonfante", "Tommaso Vecchietti", "Ilaria Desanti")
    sara, tommaso, ilaria = [await operator_called(name, connection) for name in names]
    seen = {}
    for operator in (sara, tommaso, ilaria):
        async with unit_of_work(operator, read_only=True, bind=connection) as work:
            listed = await worklist(work, operator, view="all")
            seen[operator.operator_id] = [row.full_name for row in listed.items]
            assert (await worklist_counts(work, operator)).all == listed.total
    assert seen[sara.operator_id] == ["Giorgio Tassinari", "Maria Rosa Fontanelli", "Bakary Jallow", "Arben Hoxha"]
    assert "Laura Ventimigli" in seen[tommaso.operator_id]
    assert "Laura Ventimigli" not in seen[ilaria.operator_id]


def test_the_people_make_sense() -> None:
    people = [one for home in HOMES for one in home.people]
    assert len(people) == len({one.key for one in people}) == 61
    codes = [one.codice_fiscale for one in people if one.codice_fiscale]
    assert len(codes) == len(set(codes)) == 60
    assert all(check(code) == code and code[11:15] == "Z999" for code in codes)
    for home in HOMES:
        adults = [one for one in home.people if one.born_on is None or age_on(one.born_on, date(2026, 11, 1)) >= 18]
        assert adults or home.people[0].key == "Bakary Jallow"
    assert {"it", "ar", "uk", "sq", "zh", "ro", "fr", "es", "de", "en"} == {one.language for one in people}


def test_the_staff_has_every_role_and_every_office() -> None:
    assert len(STAFF) == len({one.email for one in STAFF}) == 20
    assert {role for one in STAFF for role in one.roles} == set(Role)
    assert {one.office for one in STAFF} == {office.key for office in OFFICES}
    assert len(STORIES) == 10
