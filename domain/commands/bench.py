"""`sportello bench`: measures, and says whether the targets hold."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.database import a_database
from domain.commands.benches.frame import Outcome, Scenario, measure, table
from domain.commands.benches.sign_in import AnswerCheck, SignIn
from domain.commands.benches.submission import Submission
from domain.commands.italian import command

SCENARIOS: dict[str, "Callable[[AsyncEngine], Scenario]"] = {
    "submission": Submission,
    "sign-in": SignIn,
    "sign-in-check": AnswerCheck,
}


@command(epilog="Esce con 0 se tutti gli obiettivi sono raggiunti, con 1 se almeno uno no.")
@click.argument("scenario", metavar="|".join(SCENARIOS), type=click.Choice(tuple(SCENARIOS)))
@click.option("--repetitions", type=click.IntRange(5, 100_000), default=200, show_default=True, help="Quante volte.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Scrive i numeri in questo file."
)
@click.option(
    "--server", help="PostgreSQL su cui misurare, con un ruolo che può creare database; se manca, uno proprio."
)
def bench(scenario: str, repetitions: int, json_file: Path | None, server: str | None) -> int:
    """Misura quanto dura un'operazione, in un database usa e getta, e la confronta con il minimo possibile."""
    outcome = asyncio.run(_run(SCENARIOS[scenario], repetitions, server))
    if json_file:
        json_file.write_text(json.dumps(outcome.as_json(), indent=2) + "\n")
    return 0 if outcome.holds else 1


async def _run(scenario: Callable[[AsyncEngine], Scenario], repetitions: int, server: str | None) -> Outcome:
    # some scenarios need settings of their own around them
    surroundings: Callable[[], AbstractContextManager[None]] = getattr(scenario, "surroundings", nullcontext)
    async with a_database(server) as engine:
        with surroundings():
            chosen = scenario(engine)
            outcome = await measure(chosen, repetitions, lambda line: click.echo(line, err=True))
    click.echo(table(chosen, outcome))
    return outcome
