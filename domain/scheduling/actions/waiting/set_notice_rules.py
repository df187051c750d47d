"""An ente decides when people are reminded, and how freed places are offered."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.scheduling.model.notice import NoticeRules
from domain.scheduling.permissions import may_keep_agendas
from domain.scheduling.refusals import NotYourAgenda

MOST_REMINDERS = 3
Hour = Annotated[int, Field(ge=1, le=336)]


def _hours(typed: object) -> object:
    """``48, 3`` as a list of hours; nothing typed: nobody is reminded."""
    if isinstance(typed, str):
        return [part for part in typed.replace(",", " ").split() if part]
    return typed


class SetNoticeRules(BaseModel):
    """All in hours, but ``most_offers``; see ``NoticeRules``."""

    reminder_hours: Annotated[list[Hour], BeforeValidator(_hours), Field(max_length=MOST_REMINDERS)] = []
    offer_hours: int = Field(ge=1, le=240)
    lead_hours: int = Field(ge=0, le=720)
    pause_hours: int = Field(ge=0, le=720)
    most_offers: int = Field(ge=0, le=20)
    closing_hours: int = Field(ge=1, le=720)


async def set_notice_rules(work: UnitOfWork, operator: Operator, command: SetNoticeRules) -> None:
    """From now on, for the operator's ente. Refuses NotYourAgenda to who does not administer it."""
    if not may_keep_agendas(operator, operator.ente_id, None):
        raise NotYourAgenda
    await locks.hold(work, "notice rules", operator.ente_id)
    wanted = select(NoticeRules).where(col(NoticeRules.ente_id) == operator.ente_id)
    kept = (await work.session.exec(wanted)).one_or_none()
    if kept is None:
        kept = NoticeRules(ente_id=operator.ente_id, set_by_id=operator.operator_id, created_at=work.now)
    for name, value in command.model_dump().items():
        setattr(kept, name, value)
    kept.reminder_hours = sorted(set(command.reminder_hours), reverse=True)
    kept.set_by_id = operator.operator_id
    work.session.add(kept)
