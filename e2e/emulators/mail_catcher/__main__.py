"""Start the mail catcher: `python -m e2e.emulators.mail_catcher --smtp-port 1025 --port 8003 --folder DIR`."""

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

from aiosmtpd.controller import Controller
from granian.constants import Interfaces
from granian.server.embed import Server

from e2e.emulators.mail_catcher.app import create_app
from e2e.emulators.mail_catcher.keeping import Keeper, MailFolder

LOOPBACK = "127.0.0.1"
LARGEST_BYTES = 32 * 1024 * 1024


def main(arguments: list[str] | None = None) -> int:
    """Receive and show mail until SIGTERM or Ctrl-C, on this machine only; returns 2 where a port is taken."""
    options = _options().parse_args(arguments)
    folder = MailFolder(options.folder)
    receiver = Controller(
        Keeper(folder), hostname=LOOPBACK, port=options.smtp_port, data_size_limit=LARGEST_BYTES, enable_SMTPUTF8=True
    )
    try:
        receiver.start()
    except OSError as error:
        sys.stderr.write(f"Il raccoglitore di e-mail non parte sulla porta {options.smtp_port}: {error.strerror}\n")
        return 2
    try:
        asyncio.run(_serve(create_app(folder), options.port))
    finally:
        receiver.stop()
    return 0


async def _serve(app: object, port: int) -> None:
    server = Server(app, address=LOOPBACK, port=port, interface=Interfaces.ASGI, websockets=False, log_enabled=False)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mail_catcher", description="Raccoglitore di e-mail di prova.")
    parser.add_argument("--smtp-port", type=int, default=1025)
    parser.add_argument("--port", type=int, default=8003)
    parser.add_argument("--folder", type=Path, required=True, help="cartella dei messaggi")
    return parser


if __name__ == "__main__":
    ended_with = main()
    sys.stderr.flush()
    # The embedded server leaves threads behind that abort the process when the interpreter is taken down under them.
    os._exit(ended_with)
