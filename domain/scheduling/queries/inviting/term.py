"""Until when people are usually invited to book."""

from datetime import date
from uuid import UUID

from domain.platform.work import UnitOfWork
from domain.scheduling.queries.booking.limits import booking_rules
from domain.scheduling.rules.inviting import last_day


async def usual_last_day(work: UnitOfWork, ente_id: UUID) -> date:
    """The last day of an invitation that is sent today, as the ente has decided; one question."""
    return last_day(work.today, (await booking_rules(work, ente_id)).invitation_days)
