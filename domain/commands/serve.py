"""`sportello serve`: one of the two sites, on granian."""

import click

from domain.commands.italian import command
from domain.platform.settings import Environment, settings

FACTORIES = {"portal": "portal.app:create_app", "backoffice": "backoffice.app:create_app"}
PORTS = {"portal": 8000, "backoffice": 8001}
STOP_WITHIN_SECONDS = 10


@command(epilog="Si ferma con SIGTERM o Ctrl-C, dopo aver finito le risposte in corso.")
@click.argument("site", metavar="portal|backoffice", type=click.Choice(tuple(FACTORIES)))
@click.option("--host", default="127.0.0.1", show_default=True, help="Indirizzo su cui ascoltare.")
@click.option("--port", type=click.IntRange(1, 65535), help="Porta: 8000 per il portale, 8001 per gli uffici.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Quanti processi.")
@click.option(
    "--backlog",
    type=click.IntRange(128, 65535),
    default=1024,
    show_default=True,
    help="Quante connessioni possono aspettare.",
)
def serve(site: str, host: str, port: int | None, workers: int, backlog: int) -> None:
    """Avvia il portale dei cittadini o il sito degli uffici."""
    from granian.constants import Interfaces
    from granian.server import Server

    settings()  # refuses insecure settings here, with a sentence, rather than in each process
    Server(
        FACTORIES[site],
        factory=True,
        interface=Interfaces.ASGI,
        address=host,
        port=port or PORTS[site],
        workers=workers,
        backlog=backlog,
        websockets=False,
        log_access=False,
        respawn_failed_workers=settings().environment is Environment.PRODUCTION,
        workers_kill_timeout=STOP_WITHIN_SECONDS,
    ).serve()
