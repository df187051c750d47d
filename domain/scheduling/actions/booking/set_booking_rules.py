"""An ente says how many appointments ahead somebody may have by themselves."""

from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from domain.kernel.actor import Actor
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.scheduling.permissions import may_keep_agendas
from domain.scheduling.queries.booking.limits import booking_rules
from domain.scheduling.refusals import NotYourAgenda

MOST = 50


class SetBookingRules(BaseModel):
    """For one need, and in all; at most 50."""

    ente_id: UUID
    most_per_need: int = Field(ge=1, le=MOST)
    most_in_all: int = Field(ge=1, le=MOST)

    @model_validator(mode="after")
    def _in_all_is_more(self) -> "SetBookingRules":
        if self.most_in_all < self.most_per_need:
            raise ValueError("most_in_all")
        return self


async def set_booking_rules(work: UnitOfWork, actor: Actor, command: SetBookingRules) -> None:
    """From now on these count; appointments that are there stay. Refuses NotYourAgenda to who administers no ente."""
    if not may_keep_agendas(actor, command.ente_id, None):
        raise NotYourAgenda
    await locks.hold(work, "booking rules", command.ente_id)
    rules = await booking_rules(work, command.ente_id)
    rules.most_per_need, rules.most_in_all = command.most_per_need, command.most_in_all
    work.session.add(rules)
