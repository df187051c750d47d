"""`sportello demo`: the whole system on one machine, with invented people, for who wants to try it."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from domain.commands.demonstration.accounts import DemoAccounts
from domain.commands.demonstration.database import demo_database
from domain.commands.demonstration.folder import DemoFolder, NotOurs, Ports
from domain.commands.demonstration.identity import meet_providers, write_people
from domain.commands.demonstration.machine import install_for_pdf, missing_for_pdf, taken_ports
from domain.commands.demonstration.processes import ChildDied, NotReady, Processes
from domain.commands.demonstration.welcome import welcome
from domain.commands.italian import command
from domain.platform.database import dispose
from domain.platform.settings import settings

LOOK_SECONDS = 1


class Stopped(Exception):
    """Somebody asked the demo to stop."""


def _port(variable: str, default: int, of: str) -> click.Option:
    name = variable.lower().replace("_", "-")
    return click.Option(
        [f"--{name}"],
        envvar=variable,
        type=click.IntRange(1, 65535),
        default=default,
        show_default=True,
        help=f"Porta {of} ({variable}).",
    )


@command(
    epilog="Si ferma con Ctrl-C. I dati restano nella cartella per la volta dopo.",
    params=[
        _port("PORTAL_PORT", 8000, "del portale"),
        _port("BACKOFFICE_PORT", 8001, "degli uffici"),
        _port("IDENTITY_PORT", 8002, "delle identità di prova"),
        _port("MAIL_PORT", 8003, "della pagina con le e-mail"),
        _port("SMTP_PORT", 1025, "del server di posta di prova"),
        _port("REGISTRY_PORT", 8004, "dell'anagrafe di prova"),
    ],
)
@click.option(
    "--folder",
    envvar="DEMO_DIR",
    default=".demo",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Cartella dei dati (DEMO_DIR).",
)
@click.option("--reset", envvar="RESET", is_flag=True, help="Ricomincia da capo: cancella i dati della demo (RESET=1).")
def demo(
    portal_port: int,
    backoffice_port: int,
    identity_port: int,
    mail_port: int,
    smtp_port: int,
    registry_port: int,
    folder: Path,
    reset: bool,
) -> None:
    """Avvia tutto su questo computer, con persone inventate."""
    started = time.monotonic()
    ports = Ports(portal_port, backoffice_port, identity_port, mail_port, smtp_port, registry_port)
    place = DemoFolder(folder.resolve(), ports)
    with _until_told_to_stop():
        try:
            _check_machine(place)
            _open(place, start_over=reset)
            _run(place, started)
        except (ChildDied, NotReady) as problem:
            raise click.ClickException(str(problem)) from problem
        except Stopped:
            click.echo("La demo è ferma. I dati restano in " + str(place.path))


@contextmanager
def _until_told_to_stop() -> Iterator[None]:
    """Turn the first Ctrl-C or SIGTERM into ``Stopped``; ignore the next ones, so that stopping is not cut short."""

    def told(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    before = {number: signal.signal(number, told) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check_machine(place: DemoFolder) -> None:
    if problems := taken_ports(place.ports.named()):
        raise click.ClickException("\n".join(problems))
    if problem := missing_for_pdf():
        click.echo("Installo la libreria per i PDF (Pango)…")
        if not install_for_pdf() or (problem := missing_for_pdf()):
            raise click.ClickException(problem)


def _open(place: DemoFolder, *, start_over: bool) -> None:
    if start_over and os.environ.get("DATABASE_URL"):
        raise click.ClickException(
            "RESET=1 vale solo per la base di dati della demo. Quella di DATABASE_URL svuotala tu."
        )
    try:
        place.open(start_over=start_over)
    except NotOurs:
        raise click.ClickException(
            f"{place.path} contiene altre cose. Scegli una cartella vuota con DEMO_DIR."
        ) from None


def _run(place: DemoFolder, started: float) -> None:
    click.echo("Preparo la base di dati…")
    with demo_database(place.path) as (application_url, owner_url):
        environment = place.environment(application_url, owner_url)
        click.echo("Creo le persone e gli uffici della demo…")
        accounts = _seed(environment)
        environment["SPORTELLO_PORTAL_ENTE"] = accounts.portal_ente
        place.write_settings(environment)
        write_people(place.people_file, accounts)
        processes = Processes(place.path / "logs", os.environ | environment)
        try:
            _start(place, processes)
            click.echo(welcome(place, accounts, seconds=time.monotonic() - started))
            while True:
                time.sleep(LOOK_SECONDS)
                processes.check()
        finally:
            processes.stop()  # first of all: whoever reads what we print may be gone already


def _seed(environment: dict[str, str]) -> DemoAccounts:
    os.environ.update(environment)
    settings.cache_clear()
    from domain.commands.seed_demo import seed_demo  # here: no other command needs what the stories need

    async def fill() -> DemoAccounts:
        try:
            return await seed_demo()
        finally:
            await dispose()

    return asyncio.run(fill())


def _start(place: DemoFolder, processes: Processes) -> None:
    ports = place.ports
    click.echo("Avvio i programmi…")
    _start_emulators(place, processes)
    processes.wait_for(place.identity_url)
    processes.start("lavori", "domain.cli", "worker")
    processes.start("portale", "domain.cli", "serve", "portal", "--port", str(ports.portal))
    processes.start("uffici", "domain.cli", "serve", "backoffice", "--port", str(ports.backoffice))
    meet_providers()  # while the others come up: the page of the ways in is complete when we say that we are ready
    for url in (place.portal_url, place.backoffice_url):
        processes.wait_for(url.replace("localhost", "127.0.0.1") + "/readyz")
    for url in (f"http://127.0.0.1:{ports.mail}/", place.registry_url):
        processes.wait_for(url)


def _start_emulators(place: DemoFolder, processes: Processes) -> None:
    """The outside world: mail, identities, the civil registry."""
    ports = place.ports
    processes.start(
        "posta",
        "e2e.emulators.mail_catcher",
        "--smtp-port",
        str(ports.smtp),
        "--port",
        str(ports.mail),
        "--folder",
        str(place.path / "mail"),
    )
    processes.start(
        "identita",
        "e2e.emulators.identity_provider",
        "--port",
        str(ports.identity),
        "--people",
        str(place.people_file),
        "--portal",
        place.portal_url,
        "--backoffice",
        place.backoffice_url,
        "--federation-keys",
        str(place.federation_keys_file),
        "--keys",
        str(place.providers),
    )
    processes.start(
        "anagrafe",
        "e2e.emulators.civil_registry",
        "--port",
        str(ports.registry),
        "--people",
        str(place.residents_file),
        "--token-file",
        str(place.registry_key_file),
    )
