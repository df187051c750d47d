"""The e-mails that the demo has sent, as the mail catcher keeps them."""

import asyncio
import time

from e2e.emulators.mail_catcher.keeping import Kept, MailFolder
from e2e.support.running_demo import RunningDemo

PATIENCE_SECONDS = 30


async def letters_to(demo: RunningDemo, address: str, *, at_least: int = 1) -> list[Kept]:
    """The messages to ``address``, the last one first, once there are ``at_least`` so many."""
    folder = MailFolder(demo.folder / "mail")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = [kept for kept in folder.newest_first() if address in str(kept.message["X-Recipients"])]
        if len(found) >= at_least:
            return found
        await asyncio.sleep(0.3)
    raise AssertionError(f"no letter to {address}")
