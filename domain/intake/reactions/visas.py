"""A step waits for a visa, or is refused one."""

from domain.intake.actions.examination.notify_of_visa import NotifyOfVisa, notify_of_visa
from domain.intake.actions.examination.settle_items import SettleItems, settle_items
from domain.kernel.actor import System
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.procedure.events import VisaAsked, VisaRefused


@reacts_to(VisaAsked)
async def notify_heads_of_visa(work: UnitOfWork, event: VisaAsked) -> None:
    """The heads of the office find that a step waits for them."""
    told = NotifyOfVisa(application_id=event.subject_id, visa_id=event.visa_id, asked_by_id=event.asked_by_id)
    await notify_of_visa(work, System("notify heads of visa", (event.ente_id,)), told)


@reacts_to(VisaRefused)
async def notify_who_asked_for_visa(work: UnitOfWork, event: VisaRefused) -> None:
    """Who asked finds that there is something to put right."""
    told = NotifyOfVisa(
        application_id=event.subject_id, visa_id=event.visa_id, asked_by_id=event.asked_by_id, is_refused=True
    )
    await notify_of_visa(work, System("notify who asked for visa", (event.ente_id,)), told)


@reacts_to(VisaRefused)
async def forget_what_was_not_asked(work: UnitOfWork, event: VisaRefused) -> None:
    """Without the visa nothing is asked."""
    settled = SettleItems(application_id=event.subject_id, refused_visa_id=event.visa_id)
    async with as_the_program(work, "forget what was not asked") as system:
        await settle_items(work, system, settled)
