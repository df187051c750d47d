"""Adds invented people by the thousand to the demonstration's valley, to try the program at its full size."""

from domain.commands.stories.life import SYSTEM, Bind
from domain.organization.queries.enti import ente, portal_of
from domain.organization.seeds.valley import AMBITO
from domain.organization.terms import EnteKind
from domain.platform.work import unit_of_work
from domain.registry.seeds.invented.settle_crowd import Tell, Town, settle_crowd

PREFIX = "Comune di "


async def seed_crowd(count: int, *, tell: Tell | None = None, bind: Bind = None) -> int:
    """Settle the first ``count`` invented people over the comuni of the valley; says how many were new."""
    async with unit_of_work(SYSTEM, read_only=True, bind=bind) as work:
        family = (await portal_of(work, "", AMBITO)).family
        enti = [await ente(work, one) for one in family]
    towns = [Town(one.id, one.name.removeprefix(PREFIX)) for one in enti if one.kind is EnteKind.COMUNE]
    return await settle_crowd(count, towns, ambito_id=family[0], bind=bind, tell=tell)
