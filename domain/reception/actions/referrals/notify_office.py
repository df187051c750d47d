"""Who works in an office finds a notice about a sheet that was passed on: nothing about anybody."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork, as_the_program
from domain.reception.model.passing_on import Referral
from domain.reception.terms.passing_on import ReferralStatus

ARRIVED = _("Il tuo ufficio ha ricevuto una scheda di accesso.")
RETURNED = _("Una scheda mandata dal tuo ufficio è tornata indietro.")


class NotifyOffice(BaseModel):
    """Which sending, and what happened to it: sent or returned."""

    referral_id: UUID
    news: ReferralStatus


async def notify_office(work: UnitOfWork, command: NotifyOffice) -> None:
    """The office that gets the sheet, or gets it back, is told, each of the desk once. For reactions."""
    async with as_the_program(work, "notify office") as system:  # the other office may be of another ente
        referral = await work.session.get_one(Referral, command.referral_id)
        is_sent = command.news is ReferralStatus.SENT
        there = await office(work, referral.to_office_id if is_sent else referral.from_office_id)
        told = NotifyOperators(
            ente_id=there.ente_id,
            kind=NoticeKind.SHEET_RECEIVED if is_sent else NoticeKind.SHEET_RETURNED,
            key=f"referral-{command.news.value}:{referral.id}",
            subject=ARRIVED if is_sent else RETURNED,
            path=f"/accoglienza/schede/{referral.sheet_id}",
            office_id=there.id,
            roles=DESK_ROLES,
            but=referral.sent_by_id if is_sent else referral.answered_by_id,
        )
        await notify_operators(work, system, told)
