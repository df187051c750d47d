"""An ente says how many appointments ahead somebody may have by themselves, and how long an invitation lasts."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.scheduling.model.booking import INVITATION_DAYS
from domain.scheduling.permissions import may_keep_agendas
from domain.scheduling.queries.booking.limits import booking_rules
from domain.scheduling.refusals import NotYourAgenda

MOST = 50
MOST_DAYS = 120


class SetBookingRules(BaseModel):
    """For one need, and in all, at most 50; for how many days people are invited to book, at most 120."""

    ente_id: UUID
    most_per_need: int = Field(ge=1, le=MOST)
    most_in_all: int = Field(ge=1, le=MOST)
    invitation_days: int = Field(default=INVITATION_DAYS, ge=1, le=MOST_DAYS)


async def set_booking_rules(work: UnitOfWork, actor: Actor, command: SetBookingRules) -> None:
    """From now on these count; appointments that are there stay. Refuses NotYourAgenda to who administers no ente.

    Refuses Invalid when they are fewer in all than for one need.
    """
    if not may_keep_agendas(actor, command.ente_id, None):
        raise NotYourAgenda
    if command.most_in_all < command.most_per_need:
        raise Invalid({"most_in_all": _("Scrivi un numero che non sia minore di quello per lo stesso motivo.")})
    await locks.hold(work, "booking rules", command.ente_id)
    rules = await booking_rules(work, command.ente_id)
    rules.most_per_need, rules.most_in_all = command.most_per_need, command.most_in_all
    rules.invitation_days = command.invitation_days
    work.session.add(rules)
