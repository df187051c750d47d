"""`sportello seed`: fills a database with the people and the stories of the demo."""

import asyncio

import click

from domain.commands.italian import command
from domain.platform.database import dispose
from domain.platform.settings import Environment, settings


@command()
@click.option("--people", type=click.IntRange(1), help="Quante persone inventare: questa versione non lo fa ancora.")
def seed(people: int | None) -> None:
    """Riempie la base di dati con gli enti, gli operatori e le persone inventate della demo.

    Si può ripetere: quello che c'è già resta com'è. Rifiuta un'installazione vera.
    """
    if people is not None:
        raise click.ClickException("Questa versione crea solo le persone della demo: --people non si può ancora usare.")
    if settings().environment is Environment.PRODUCTION:
        raise click.ClickException("Questa è un'installazione vera: le persone inventate della demo non ci vanno.")
    click.echo("Creo gli enti, gli operatori e le persone della demo…")
    asyncio.run(_seed())
    click.echo("Fatto.")


async def _seed() -> None:
    from domain.commands.seed_demo import seed_demo  # here: no other command needs what the stories need

    try:
        await seed_demo()
    finally:
        await dispose()
