"""A new ente of the demo, opened as who runs an installation does: with the commands."""

import asyncio
import os
import re
import sys

from e2e.support.running_demo import Account, DemoFailed, RunningDemo


async def sportello(demo: RunningDemo, *arguments: str) -> str:
    """What a command says on the demo; it must go well."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "domain.cli",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=kept | {"SPORTELLO_CONFIG": str(demo.folder / "settings" / "demo.toml")},
    )
    told, wrong = await process.communicate()
    if process.returncode:
        raise DemoFailed(f"{' '.join(arguments)}: {wrong.decode()}")
    return told.decode()


async def open_empty_ente(demo: RunningDemo, slug: str, name: str, admin_email: str) -> Account:
    """An ente of the valley with nothing in it but its administrator, and the first office where they work."""
    await sportello(demo, "enti", "open", slug, "--name", name, "--ambito", "valle-serena")
    who = ("--name", "Piera", "--surname", "Valdinoci", "--ente", slug)
    told = await sportello(demo, "users", "create", admin_email, *who, "--office", "Segreteria", "--role", "ente_admin")
    said = dict(re.findall(r"^(\w+):\s+(\S+)$", told, re.MULTILINE))
    return Account(admin_email, said["Segreto"], said["Password"])
