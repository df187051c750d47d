"""Says how somebody wants to be reached, and how it is safe to."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from sqlmodel import col, update

from domain.correspondence.model.contact_profile import ContactProfile
from domain.correspondence.model.letter import Letter
from domain.correspondence.permissions import may_set_contact
from domain.correspondence.queries.contact_profiles import contact_profiles_now
from domain.correspondence.refusals import NotYoursToReach
from domain.correspondence.rules.when_to_send import DAY_MINUTES, EVERY_DAY, minutes_of
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.kernel.actor import Actor, Operator
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.people import person

SHORTEST = 30
"""Minutes: safe hours shorter than this would be missed by a message that waits for a provider."""


def _listed(typed: Any) -> Any:
    return [typed] if isinstance(typed, str) else typed


Minutes = Annotated[int | None, BeforeValidator(minutes_of)]


class SetContactProfile(BaseModel):
    """Everything that was chosen: what is not said is not kept.

    ``wanted``: for each sort of message the channels, none of them to read it in the personal area alone; a sort that
    is left out has the usual ones. A form says ``wanted_form`` and ``wanted_<sort>``. Minutes are counted from
    midnight, and may be typed as hours; both or none. ``why`` is for who reads it later.
    """

    person_id: UUID
    wanted: dict[Sort, frozenset[Channel]] = Field(default_factory=dict)
    never: Annotated[frozenset[ContactWay], BeforeValidator(_listed)] = frozenset()
    days: Annotated[frozenset[Annotated[int, Field(ge=0, le=6)]], BeforeValidator(_listed)] = EVERY_DAY
    starts: Minutes = Field(default=None, ge=0, lt=DAY_MINUTES)
    ends: Minutes = Field(default=None, gt=0, le=DAY_MINUTES, validate_default=True)
    is_sender_neutral: bool = False
    is_phone_shared: bool = False
    is_mail_shared: bool = False
    is_hidden: bool = False
    why: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""

    @model_validator(mode="before")
    @classmethod
    def _as_a_form_says(cls, typed: Any) -> Any:
        if not isinstance(typed, dict) or "wanted_form" not in typed:
            return typed
        return {**typed, "wanted": {sort: _listed(typed.get(f"wanted_{sort.value}", [])) for sort in Sort}}

    @field_validator("days")
    @classmethod
    def _none_is_every_day(cls, typed: frozenset[int]) -> frozenset[int]:
        return typed or EVERY_DAY

    @field_validator("ends")
    @classmethod
    def _is_after_the_start(cls, typed: int | None, info: ValidationInfo) -> int | None:
        if "starts" not in info.data:
            return typed  # it was refused already
        starts = info.data["starts"]
        if (starts is None) != (typed is None) or (typed is not None and typed - starts < SHORTEST):
            raise ValueError("hours")
        return typed


async def set_contact_profile(work: UnitOfWork, actor: Actor, command: SetContactProfile) -> None:
    """From now on every message obeys it, also those written and not sent yet; what held before stays in the history.

    When it hides the messages from who acts for the person, those of the past are hidden too. Refuses NotFound, and
    NotYoursToReach to who only acts for the person.
    """
    if not may_set_contact(actor, command.person_id):
        raise NotYoursToReach
    reached = await person(work, actor, command.person_id, for_update=True)
    for before in await contact_profiles_now(work, reached.id):
        before.ended_at = work.now
    work.session.add(
        ContactProfile(
            ente_id=reached.ente_id,
            person_id=reached.id,
            wanted={sort.value: sorted(one.value for one in chosen) for sort, chosen in command.wanted.items()},
            never=sorted(one.value for one in command.never),
            weekdays=sorted(command.days),
            from_minute=command.starts,
            to_minute=command.ends,
            is_sender_neutral=command.is_sender_neutral,
            is_phone_shared=command.is_phone_shared,
            is_mail_shared=command.is_mail_shared,
            is_hidden=command.is_hidden,
            why=command.why,
            set_by_id=actor.operator_id if isinstance(actor, Operator) else None,
            created_at=work.now,
        )
    )
    async with as_the_program(work, "hide messages"):  # also those of other enti of the ambito
        hiding = update(Letter).where(col(Letter.person_id) == reached.id, col(Letter.is_hidden) != command.is_hidden)
        await work.session.exec(hiding.values(is_hidden=command.is_hidden))
