"""What the register of housing needs does when something happened at a desk."""

from domain.housing.actions.record_need import RecordNeed, record_need
from domain.kernel.actor import System
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork
from domain.reception.events import SheetCompleted


@reacts_to(SheetCompleted)
async def record_need_of_contact(work: UnitOfWork, event: SheetCompleted) -> None:
    """Who asked for a dwelling is in the register."""
    system = System("record_need_of_contact", (event.ente_id,))
    await record_need(work, system, RecordNeed(sheet_id=event.sheet_id))
