"""What a version of a plan says, as it is kept; what it lacks; and its fingerprint."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from domain.casework.terms.care_plans import ON_THE_PERSONS_SIDE, Doer, Horizon, PartyKind, Presence
from domain.kernel.text import Text, _

MOST_PIECES = 60


class Piece(BaseModel):
    """Something of which a plan has several; ``key`` is its name within the plan, the same in every version."""

    model_config = ConfigDict(frozen=True)

    key: str


class Goal(Piece):
    """What should be reached: by when, in which area of life (a code of the ente), and how one will see it."""

    horizon: Horizon
    text: str
    area: str = ""
    indicator: str = ""


class PlanAction(Piece):
    """Something that somebody does for a goal; ``service_id`` is the service of the catalogue it stands for."""

    text: str
    doer: Doer
    who: str = ""
    goal: str = ""
    frequency: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    service_id: UUID | None = None


class Party(Piece):
    """Somebody who took part, or was told; ``is_signing`` where that service answers for the plan too."""

    kind: PartyKind
    name: str
    presence: Presence
    is_signing: bool = False


class PlanContent(BaseModel):
    """A version, whole. ``checks_on`` are days besides those that ``check_every_months`` makes."""

    model_config = ConfigDict(frozen=True)

    is_about_household: bool = False
    motivations: str = ""
    resources: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    check_every_months: int | None = Field(default=None, ge=1, le=24)
    checks_on: tuple[date, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[PlanAction, ...] = ()
    parties: tuple[Party, ...] = ()

    @property
    def goal_keys(self) -> tuple[str, ...]:
        """The names of the goals, in their order."""
        return tuple(one.key for one in self.goals)

    def actions_for(self, goal: str) -> tuple[PlanAction, ...]:
        """What is done for a goal; for none, what stands by itself or for a goal that is gone."""
        known = self.goal_keys
        return tuple(one for one in self.actions if (one.goal if one.goal in known else "") == goal)


PARTS = ("goals", "actions", "parties")


def with_piece(content: PlanContent, part: str, piece: Piece) -> PlanContent:
    """The same with ``piece`` in ``part``: in the place of the one that has its key, else at the end."""
    pieces: tuple[Piece, ...] = getattr(content, part)
    if any(one.key == piece.key for one in pieces):
        changed = tuple(piece if one.key == piece.key else one for one in pieces)
    else:
        changed = (*pieces, piece)
    return content.model_copy(update={part: changed})


def without_piece(content: PlanContent, key: str) -> PlanContent:
    """The same without the piece; what was done for a goal that goes stands by itself then."""
    left: dict[str, Any] = {part: tuple(one for one in getattr(content, part) if one.key != key) for part in PARTS}
    left["actions"] = tuple(one.model_copy(update={"goal": ""}) if one.goal == key else one for one in left["actions"])
    return content.model_copy(update=left)


def what_lacks(content: PlanContent) -> tuple[Text, ...]:
    """Why it cannot be proposed yet, in the order of the pages; nothing when it can."""
    return tuple(_lacks(content))


def _lacks(content: PlanContent) -> Iterator[Text]:
    if not content.motivations:
        yield _("Scrivi perché serve il progetto.")
    if not content.goals:
        yield _("Scrivi almeno un obiettivo.")
    if not content.actions:
        yield _("Scrivi almeno un'azione: chi fa che cosa.")
    if not any(one.kind in ON_THE_PERSONS_SIDE for one in content.parties):
        yield _("Scrivi chi ha partecipato: la persona, un familiare o chi la rappresenta.")
    if content.starts_on is None or content.ends_on is None:
        yield _("Scrivi da quando a quando vale il progetto.")
    if not content.check_every_months and not content.checks_on:
        yield _("Scrivi ogni quanto, o in quali giorni, il progetto si verifica.")


def fingerprint(content: PlanContent) -> str:
    """The SHA-256 of what it says, in hex: the same words give the same, other words another."""
    return hashlib.sha256(content.model_dump_json().encode()).hexdigest()
