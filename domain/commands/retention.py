"""`sportello retention`: how many rows of each kind of data are over their term today. Nothing is deleted."""

import asyncio
from collections.abc import Sequence

import click

from domain.commands.italian import command
from domain.kernel.actor import System
from domain.organization.queries.ambiti import ambiti
from domain.organization.queries.enti import family_of
from domain.platform.database import dispose
from domain.platform.work import Bind, unit_of_work
from domain.privacy.queries.retention.retention_report import RetentionRow, retention_of


@command()
def retention() -> None:
    """Conta le righe che oggi hanno superato il tempo di conservazione, per ambito ed ente.

    È solo un conto: non cancella niente. I termini si decidono nel sito degli uffici, alla pagina Conservazione.
    """
    click.echo("\n".join(asyncio.run(_counted())))


async def _counted() -> list[str]:
    try:
        return await report_lines()
    finally:
        await dispose()


async def report_lines(bind: Bind | None = None) -> list[str]:
    """The report of the whole installation, a line for each kind of data and for each ente that has rows of it."""
    who, lines = System("sportello retention"), list[str]()
    async with unit_of_work(who, read_only=True, bind=bind) as work:
        for ambito_id, name in await ambiti(work, who):
            rows = await retention_of(work, who, ambito_id, await family_of(work, ambito_id))
            lines += [name, *_lines(rows)]
    return lines or ["Non c'è ancora nessun ente."]


def _lines(rows: Sequence[RetentionRow]) -> list[str]:
    lines = []
    for row in rows:
        if row.outcome is None:
            lines.append(f"  {row.kind.label}: termine da decidere")
        elif row.months is None:
            lines.append(f"  {row.kind.label}: {row.outcome.label}")
        else:
            lines.append(f"  {row.kind.label}, {row.months} mesi, {row.outcome.label}: {row.total}")
        lines += [f"    {ente}: {count}" for ente, count in row.due.items()]
    return lines
