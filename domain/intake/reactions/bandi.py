"""A bando changes, or ends."""

from domain.catalogue.events import BandoConcluded, BandoRectified
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork


@reacts_to(BandoRectified)
async def recount_points(work: UnitOfWork, event: BandoRectified) -> None:
    """Who has applied has the points of the bando as it is now: a job, because they may be thousands."""
    await work.defer("recount_bando", str(event.bando_id), str(event.number))


@reacts_to(BandoConcluded)
async def draw_up_result(work: UnitOfWork, event: BandoConcluded) -> None:
    """The result is also a file, with protocollo numbers and no names."""
    await work.defer("draw_up_bando_result", str(event.bando_id))
