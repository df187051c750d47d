"""Whom we trust when we call somebody by TLS."""

import ssl
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=8)
def trusted(certificates: Path | None = None) -> ssl.SSLContext:
    """The authorities that the machine trusts, and those in the PEM file ``certificates``; read once per process.

    Reading them takes some thirty milliseconds, longer than most calls. After a change of the file: start again.
    """
    made = ssl.create_default_context()
    if certificates is not None:
        made.load_verify_locations(certificates)
    return made
