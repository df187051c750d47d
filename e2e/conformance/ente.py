"""Puts one ente into the empty database that the settings name: `python -m e2e.conformance.ente`."""

import asyncio

from domain.kernel.actor import System
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.terms import EnteKind
from domain.platform.database import dispose
from domain.platform.migrations.declared_tables import load_tables
from domain.platform.work import unit_of_work

SLUG = "collaudo"


async def _open() -> None:
    load_tables()
    who = System("conformance")
    async with unit_of_work(who) as work:
        ambito_id = await open_ente(work, who, OpenEnte(kind=EnteKind.AMBITO, name="Ambito di prova", slug="ambito"))
        comune = OpenEnte(kind=EnteKind.COMUNE, name="Comune di prova", slug=SLUG, ambito_id=ambito_id)
        await open_ente(work, who, comune)
    await dispose()


if __name__ == "__main__":
    asyncio.run(_open())
