"""`sportello seed`: fills a database with the people and the stories of the demo, and with a crowd to try it with."""

import asyncio
import time

import click

from domain.commands.italian import command
from domain.platform.database import dispose
from domain.platform.settings import Environment, settings


@command()
@click.option(
    "--people", type=click.IntRange(1, 5_000_000), help="Quante persone inventate aggiungere a quelle della demo."
)
def seed(people: int | None) -> None:
    """Riempie la base di dati con gli enti, gli operatori e le persone inventate della demo.

    Si può ripetere, anche dopo averlo fermato: quello che c'è già resta com'è. Rifiuta un'installazione vera.
    """
    if settings().environment is Environment.PRODUCTION:
        raise click.ClickException("Questa è un'installazione vera: le persone inventate della demo non ci vanno.")
    click.echo("Creo gli enti, gli operatori e le persone della demo…")
    asyncio.run(_seed(people))
    click.echo("Fatto.")


async def _seed(people: int | None) -> None:
    from domain.commands.seed_demo import seed_demo
    from domain.commands.stories.crowd import seed_crowd  # here: no other command needs what the stories need

    try:
        await seed_demo()
        if people:
            click.echo(f"Invento {people} persone, sempre le stesse, nate in un luogo che non c'è…")
            started = time.monotonic()
            new = await seed_crowd(people, tell=lambda done: _tell(done, people, time.monotonic() - started))
            click.echo(f"\nPersone nuove: {new}.")
    finally:
        await dispose()


def _tell(done: int, people: int, seconds: float) -> None:
    left = seconds / done * (people - done)
    click.echo(f"\r{done} di {people}, circa {left / 60:.0f} minuti alla fine   ", nl=False)
