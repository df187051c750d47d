"""What the demo needs of the machine: free ports, and the library that makes PDFs."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import partial

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
ASK = "from domain.platform.pdf.engine import pdf_available; print(pdf_available() or '', end='')"
HOSTS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


def taken_ports(ports: Mapping[str, int]) -> list[str]:
    """A sentence for each port that another program uses, and for each one given twice; empty when all are free."""
    problems = [
        f"La porta {port} è già occupata. Scegline un'altra, per esempio: make demo {name}={port + 100}"
        for name, port in ports.items()
        if any(_is_taken(family, host, port) for family, host in HOSTS)
    ]
    if len(set(ports.values())) < len(ports):
        problems.append(
            "Due parti della demo hanno la stessa porta: " + ", ".join(f"{n}={p}" for n, p in ports.items())
        )
    return problems


def _is_taken(family: socket.AddressFamily, host: str, port: int) -> bool:
    with socket.socket(family) as probe:
        probe.settimeout(0.5)
        try:
            return probe.connect_ex((host, port)) == 0
        except OSError:
            return False  # a machine without IPv6


def missing_for_pdf() -> str:
    """The sentence that names what PDFs need and this machine lacks; empty when it has all."""
    asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=False)  # noqa: S603
    return asked.stdout.strip() if asked.returncode == 0 else asked.stderr.strip()


def install_for_pdf() -> bool:
    """Install Pango with Debian's packages, when we are root; False when we may not or it did not work."""
    if os.geteuid() != 0 or not (apt := shutil.which("apt-get")):
        return False
    run = partial(
        subprocess.run, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, check=False, stdout=subprocess.DEVNULL
    )
    run([apt, "update", "-qq"])
    return run([apt, "install", "-y", "-qq", *PACKAGES]).returncode == 0
