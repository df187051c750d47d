"""An operator half-way in gets the recovery codes, and says that they are in a safe place."""

from collections.abc import Sequence

from domain.access.actions.credentials.make_recovery_codes import make_recovery_codes
from domain.access.queries.credentials.operator_entry import entry_row
from domain.access.refusals import EntryOver
from domain.access.terms import EntryStep
from domain.platform.work import UnitOfWork


async def take_recovery_codes(work: UnitOfWork, entry_token: str) -> Sequence[str]:
    """Ten new codes, to be shown this once; the entry may be finished afterwards. Refuses EntryOver."""
    entry = await entry_row(work, entry_token)
    if entry.step is not EntryStep.CODES:
        raise EntryOver
    codes = await make_recovery_codes(work, entry.operator_id)
    entry.is_codes_due = False
    return codes
