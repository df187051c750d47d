"""`sportello index-people`: makes anew the index by which people are found."""

import asyncio
from uuid import UUID

import click

from domain.commands.italian import command
from domain.kernel.actor import System
from domain.platform.database import dispose
from domain.platform.work import unit_of_work
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.queries.finding.people_unindexed import people_after, people_unindexed

SYSTEM = System("index people")


@command("index-people")
@click.option(
    "--all", "is_all", is_flag=True, help="Rifà l'indice di tutte le persone, non solo di chi non c'è ancora."
)
def index_people_command(is_all: bool) -> None:
    """Rifà l'indice con cui si cercano le persone, a piccoli passi, mentre gli uffici lavorano.

    Serve dopo un aggiornamento che cambia il modo di cercare. Si può fermare e ripetere.
    """
    asyncio.run(_index(is_all=is_all))


async def _index(*, is_all: bool) -> None:
    last: UUID | None = None
    done = 0
    try:
        while True:
            async with unit_of_work(SYSTEM) as work:
                ids = await (people_after(work, last) if is_all else people_unindexed(work))
                if not ids:
                    break
                await index_people(work, IndexPeople(person_ids=ids))
            last, done = ids[-1], done + len(ids)
            click.echo(f"\r{done} persone", nl=False)
    finally:
        await dispose()
    click.echo(f"\rPersone nell'indice: {done}.")
