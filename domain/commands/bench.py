"""`sportello bench`: measures, and says whether the targets hold."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import click
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.database import a_database
from domain.commands.benches.frame import Outcome, Scenario, measure, table
from domain.commands.benches.people_search import MANY, PeopleSearch
from domain.commands.benches.sign_in import AnswerCheck, SignIn
from domain.commands.benches.submission import Submission
from domain.commands.italian import command

SCENARIOS: dict[str, "Callable[[AsyncEngine], Scenario]"] = {
    "submission": Submission,
    "people-search": PeopleSearch,
    "sign-in": SignIn,
    "sign-in-check": AnswerCheck,
}


@command(epilog="Esce con 0 se tutti gli obiettivi sono raggiunti, con 1 se almeno uno no.")
@click.argument("scenario", metavar="|".join(SCENARIOS), type=click.Choice(tuple(SCENARIOS)))
@click.option("--repetitions", type=click.IntRange(5, 100_000), default=200, show_default=True, help="Quante volte.")
@click.option(
    "--people", type=click.IntRange(1_000), default=MANY, show_default=True, help="Fra quante cercare (people-search)."
)
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Scrive i numeri in questo file."
)
@click.option(
    "--server", help="PostgreSQL su cui misurare, con un ruolo che può creare database; se manca, uno proprio."
)
def bench(scenario: str, repetitions: int, people: int, json_file: Path | None, server: str | None) -> int:
    """Misura quanto dura un'operazione, in un database usa e getta, e la confronta con il minimo possibile."""
    chosen = partial(PeopleSearch, people=people) if scenario == PeopleSearch.name else SCENARIOS[scenario]
    outcome = asyncio.run(_run(chosen, repetitions, server))
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
