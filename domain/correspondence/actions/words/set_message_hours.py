"""An ente decides when its messages rest."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, ValidationInfo, field_validator

from domain.correspondence.model.message_words import MessageHours
from domain.correspondence.permissions import may_write_words
from domain.correspondence.queries.words.message_hours import message_hours
from domain.correspondence.refusals import NotYourWords
from domain.correspondence.rules.when_to_send import DAY_MINUTES, minutes_of
from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork

OPEN_AT_LEAST = 60
"""Minutes of a day in which messages leave: with fewer, those that wait would never all leave."""


class SetMessageHours(BaseModel):
    """Quiet from a minute to another, over midnight if need be; the same twice: never quiet.

    ``neutral_sender`` is the name that e-mails have to whom the ente's name would be dangerous; empty for none at all.
    """

    quiet_from: Annotated[int, BeforeValidator(minutes_of)] = Field(ge=0, lt=DAY_MINUTES)
    quiet_to: Annotated[int, BeforeValidator(minutes_of)] = Field(ge=0, lt=DAY_MINUTES)
    is_sunday_quiet: bool = False
    neutral_sender: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""

    @field_validator("quiet_to")
    @classmethod
    def _leaves_an_hour(cls, typed: int, info: ValidationInfo) -> int:
        start = info.data.get("quiet_from", typed)
        if start != typed and (start - typed) % DAY_MINUTES < OPEN_AT_LEAST:
            raise ValueError("quiet_too_long")
        return typed


async def set_message_hours(work: UnitOfWork, operator: Operator, command: SetMessageHours) -> None:
    """From now on, for the operator's ente, also for the messages that wait. Refuses NotYourWords."""
    if not may_write_words(operator):
        raise NotYourWords
    await locks.hold(work, "message hours", operator.ente_id)
    number = 1 + (await message_hours(work, operator.ente_id)).number
    work.session.add(
        MessageHours(
            ente_id=operator.ente_id, number=number, written_by_id=operator.operator_id, **command.model_dump()
        )
    )
