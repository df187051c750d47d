"""`sportello bench`: measures, and says whether the targets hold."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import click
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.archive_import import MANY as MANY_ROWS
from domain.commands.benches.archive_import import NAME as IMPORT
from domain.commands.benches.archive_import import ArchiveImportBench, ImportOutcome, a_store_of_its_own
from domain.commands.benches.booking_race import ATTEMPTS, BookingRace, RaceOutcome
from domain.commands.benches.booking_race import NAME as RACE
from domain.commands.benches.database import a_database
from domain.commands.benches.frame import Outcome, Scenario, measure, table
from domain.commands.benches.free_slots import MANY as MANY_APPOINTMENTS
from domain.commands.benches.free_slots import NAME as SLOTS
from domain.commands.benches.free_slots import FreeSlots, SlotsOutcome
from domain.commands.benches.people_search import MANY, PeopleSearch
from domain.commands.benches.sign_in import AnswerCheck, SignIn
from domain.commands.benches.submission import Submission
from domain.commands.benches.submit_rush import MANY as MANY_AT_ONCE
from domain.commands.benches.submit_rush import NAME as RUSH
from domain.commands.benches.submit_rush import RushOutcome, SubmitRush
from domain.commands.italian import command

SCENARIOS: dict[str, "Callable[[AsyncEngine], Scenario]"] = {
    "submission": Submission,
    "people-search": PeopleSearch,
    "sign-in": SignIn,
    "sign-in-check": AnswerCheck,
}
NAMES = (*SCENARIOS, SLOTS, IMPORT, RUSH, RACE)


@command(epilog="Esce con 0 se tutti gli obiettivi sono raggiunti, con 1 se almeno uno no.")
@click.argument("scenario", metavar="|".join(NAMES), type=click.Choice(NAMES))
@click.option("--repetitions", type=click.IntRange(5, 100_000), default=200, show_default=True, help="Quante volte.")
@click.option(
    "--people", type=click.IntRange(1_000), default=MANY, show_default=True, help="Fra quante cercare (people-search)."
)
@click.option("--rows", type=click.IntRange(100), default=MANY_ROWS, show_default=True, help="Righe del file (import).")
@click.option(
    "--appointments",
    type=click.IntRange(1_000),
    default=MANY_APPOINTMENTS,
    show_default=True,
    help="Appuntamenti passati (free-slots).",
)
@click.option(
    "--at-once",
    type=click.IntRange(5, 5_000),
    default=MANY_AT_ONCE,
    show_default=True,
    help="Quante persone nello stesso minuto (submit-rush).",
)
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Scrive i numeri in questo file."
)
@click.option(
    "--server", help="PostgreSQL su cui misurare, con un ruolo che può creare database; se manca, uno proprio."
)
def bench(
    scenario: str,
    repetitions: int,
    people: int,
    rows: int,
    appointments: int,
    at_once: int,
    json_file: Path | None,
    server: str | None,
) -> int:
    """Misura quanto dura un'operazione, in un database usa e getta, e la confronta con il minimo possibile."""
    if scenario == SLOTS:
        return _said(asyncio.run(_slots(appointments, repetitions, server)), json_file)
    if scenario == IMPORT:
        return _said(asyncio.run(_import(rows, server)), json_file)
    if scenario == RUSH:
        return _said(asyncio.run(_rush(at_once, server)), json_file)
    if scenario == RACE:
        return _said(asyncio.run(_race(server)), json_file)
    chosen = partial(PeopleSearch, people=people) if scenario == PeopleSearch.name else SCENARIOS[scenario]
    return _said(asyncio.run(_run(chosen, repetitions, server)), json_file)


def _said(outcome: Outcome | SlotsOutcome | ImportOutcome | RushOutcome | RaceOutcome, json_file: Path | None) -> int:
    if json_file:
        json_file.write_text(json.dumps(outcome.as_json(), indent=2) + "\n")
    return 0 if outcome.holds else 1


async def _slots(appointments: int, repetitions: int, server: str | None) -> SlotsOutcome:
    async with a_database(server) as engine:
        outcome = await FreeSlots(engine, appointments, repetitions, lambda line: click.echo(line, err=True)).run()
    click.echo(outcome.table())
    return outcome


async def _import(rows: int, server: str | None) -> ImportOutcome:
    async with a_database(server) as engine:
        with a_store_of_its_own():
            outcome = await ArchiveImportBench(engine, rows, lambda line: click.echo(line, err=True)).run()
    click.echo(outcome.table())
    return outcome


async def _rush(people: int, server: str | None) -> RushOutcome:
    async with a_database(server) as engine:
        with a_store_of_its_own():
            outcome = await SubmitRush(engine, people, lambda line: click.echo(line, err=True)).run()
    click.echo(outcome.table())
    return outcome


async def _race(server: str | None) -> RaceOutcome:
    async with a_database(server) as engine:
        outcome = await BookingRace(engine, ATTEMPTS, lambda line: click.echo(line, err=True)).run()
    click.echo(outcome.table())
    return outcome


async def _run(scenario: Callable[[AsyncEngine], Scenario], repetitions: int, server: str | None) -> Outcome:
    # some scenarios need settings of their own around them
    surroundings: Callable[[], AbstractContextManager[None]] = getattr(scenario, "surroundings", nullcontext)
    async with a_database(server) as engine:
        with surroundings():
            chosen = scenario(engine)
            outcome = await measure(chosen, repetitions, lambda line: click.echo(line, err=True))
    click.echo(table(chosen, outcome))
    return outcome
