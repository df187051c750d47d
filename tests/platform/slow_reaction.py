"""A reaction that real workers run in the tests: it can stop in the middle, or fail once, as the environment says."""

import asyncio
import os
from pathlib import Path

from domain.kernel.event import Event
from domain.organization.model.ente import Ente
from domain.organization.terms import EnteKind
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork

MARK, PAUSE, FAIL_ONCE = "SLOW_REACTION_MARK", "SLOW_REACTION_PAUSE", "SLOW_REACTION_FAILS_ONCE"


class BellRung(Event):
    """Nothing but a cause."""


@reacts_to(BellRung)
async def add_an_ente(work: UnitOfWork, event: BellRung) -> None:
    """Leave one row for each event, and a mark while the transaction is still open."""
    work.session.add(
        Ente(kind=EnteKind.COMUNE, name="Comune suonato", slug=f"suonato-{event.ente_id}", id=event.ente_id)
    )
    await work.session.flush()  # the row must be there, uncommitted, when the process is killed
    mark = Path(os.environ[MARK])
    was_marked = mark.exists()
    mark.touch()
    if os.environ.get(FAIL_ONCE) and not was_marked:
        raise ConnectionResetError("RSSMRA80A01H501U")
    await asyncio.sleep(float(os.environ.get(PAUSE, "0")))
