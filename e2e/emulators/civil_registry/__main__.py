"""Start the civil registry: `python -m e2e.emulators.civil_registry --port 8004 --people FILE --token-file FILE`."""

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

from e2e.emulators.civil_registry.app import create_app
from e2e.emulators.civil_registry.people import FILE, residents

LOOPBACK = "127.0.0.1"


def main(arguments: list[str] | None = None) -> int:
    """Answer until SIGTERM or Ctrl-C, on this machine only; returns 2 where a file cannot be read.

    A file of people that is not there yet is made: a copy to be changed at will.
    """
    options = _options().parse_args(arguments)
    try:
        if not options.people.exists():
            options.people.write_text(FILE.read_text(encoding="utf-8"), encoding="utf-8")
        residents(options.people)
        token = options.token_file.read_text().strip()
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"L'anagrafe di prova non parte: {error}\n")
        return 2
    asyncio.run(_serve(create_app(token=token, file=options.people), options.port))
    return 0


async def _serve(app: object, port: int) -> None:
    server = Server(app, address=LOOPBACK, port=port, interface=Interfaces.ASGI, websockets=False, log_enabled=False)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="civil_registry", description="Anagrafe di prova.")
    parser.add_argument("--port", type=int, default=8004)
    parser.add_argument("--people", type=Path, required=True, help="file delle persone inventate")
    parser.add_argument(
        "--token-file", type=Path, required=True, help="file con il segreto che chi chiede deve mostrare"
    )
    return parser


if __name__ == "__main__":
    ended_with = main()
    sys.stderr.flush()
    # The embedded server leaves threads behind that abort the process when the interpreter is taken down under them.
    os._exit(ended_with)
