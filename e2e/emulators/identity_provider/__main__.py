"""Start the demo identity provider: `python -m e2e.emulators.identity_provider --port 8002 ...`."""

import argparse
import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

from e2e.emulators.identity_provider.app import create_app
from e2e.emulators.identity_provider.settings import Enrolment, IdentityProviderSettings, read_party


def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C; returns 2 where the port is taken or a file cannot be read."""
    options = _options().parse_args(arguments)
    if _is_taken(options.host, options.port):
        sys.stderr.write(f"La porta {options.port} è già occupata.\n")
        return 2
    try:
        settings = IdentityProviderSettings(
            issuer=options.issuer or f"http://{options.host}:{options.port}",
            party=read_party(options.party) if options.party else None,
            enrolment=_enrolment(options),
            people_file=options.people,
            keys_folder=options.keys,
        )
        app = create_app(settings)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"Il provider di prova non parte: {error}\n")
        return 2
    asyncio.run(_serve(app, options.host, options.port))
    return 0


async def _serve(app: object, host: str, port: int) -> None:
    server = Server(app, address=host, port=port, interface=Interfaces.ASGI, websockets=False, log_enabled=False)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def _is_taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def _enrolment(options: argparse.Namespace) -> Enrolment | None:
    if options.portal is None:
        return None
    if options.backoffice is None or options.federation_keys is None:
        raise ValueError("con --portal servono --backoffice e --federation-keys")
    return Enrolment(portal=options.portal, backoffice=options.backoffice, federation_keys=options.federation_keys)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="identity_provider", description="Provider di identità di prova.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8002)
    parser.add_argument("--issuer", help="indirizzo pubblico, se diverso da http://HOST:PORT")
    parser.add_argument("--people", type=Path, required=True, help="elenco JSON delle persone di prova")
    parser.add_argument("--portal", help="indirizzo del portale, iscritto alle federazioni di prova")
    parser.add_argument("--backoffice", help="indirizzo del sito degli uffici")
    parser.add_argument("--federation-keys", type=Path, help="chiavi pubbliche (JWKS) del portale nella federazione")
    parser.add_argument("--party", type=Path, help="registrazione JSON del portale, al posto dei tre di sopra")
    parser.add_argument("--keys", type=Path, required=True, help="cartella delle chiavi, create al primo avvio")
    return parser


if __name__ == "__main__":
    ended_with = main()
    sys.stderr.flush()
    # The embedded server leaves threads behind that abort the process when the interpreter is taken down under them.
    os._exit(ended_with)
