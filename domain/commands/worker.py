"""`sportello worker`: the process that runs jobs and reactions."""

import importlib
import os
import signal
import threading
from types import FrameType

import click

from domain.commands.italian import command
from domain.platform.observability import configure_logs, configure_traces
from domain.platform.settings import settings

BEHIND_THE_SITES = 5  # whoever waits for a page comes first, also while five hundred receipts are drawn up
ENTRY = "domain.worker"  # by name, as the sites: an entry point knows every context, a command knows no entry point


@command(epilog="Si ferma con SIGTERM o Ctrl-C: finisce i lavori in corso e rimette in coda gli altri.")
@click.option("--metrics-port", type=click.IntRange(1, 65535), help="Pubblica i contatori su questa porta locale.")
def worker(metrics_port: int | None) -> None:
    """Esegue i lavori in coda: reazioni agli eventi, lettere, ricevute, scadenze."""
    chosen = settings()
    configure_logs(as_json=chosen.log_json)
    configure_traces(chosen, "worker")
    os.nice(BEHIND_THE_SITES)
    if metrics_port:
        from prometheus_client import start_http_server

        start_http_server(metrics_port, addr="127.0.0.1")
    importlib.import_module(ENTRY).run(_signalled())


def _signalled() -> threading.Event:
    stop = threading.Event()

    def told(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told)
    return stop
