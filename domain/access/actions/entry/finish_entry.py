"""Opens the session of an operator who has shown and chosen everything that was due."""

from dataclasses import dataclass

from domain.access.actions.entry.open_office_session import OpenOfficeSession, open_office_session
from domain.access.queries.credentials.operator_entry import entry_row
from domain.access.refusals import EntryOver
from domain.access.terms import EntryStep
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class FinishedEntry:
    """The new session's token, and where the operator wanted to go."""

    token: str
    return_path: str


async def finish_entry(work: UnitOfWork, entry_token: str, *, device: str) -> FinishedEntry:
    """The session, once. Refuses EntryOver while a step is due, NoOfficeToday."""
    entry = await entry_row(work, entry_token)
    if entry.step is not EntryStep.INSIDE:
        raise EntryOver
    entry.ended_at = work.now
    command = OpenOfficeSession(operator_id=entry.operator_id, way=entry.way, device=device)
    return FinishedEntry(await open_office_session(work, command), entry.return_path)
