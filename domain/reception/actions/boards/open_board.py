"""The desk puts its numbers on a screen of the waiting room."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, field_validator
from sqlmodel import col, func, select

from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.platform.work import UnitOfWork
from domain.reception.model.board import Board
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NotAtThisDesk, TooManyBoards

MOST = 20
"""Screens of one office at a time."""


class OpenBoard(BaseModel):
    """What the screen is called, the languages that it speaks in turn, and whether it says the numbers aloud."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    languages: tuple[str, ...] = Field(default=("it",), min_length=1, max_length=6)
    is_spoken: bool = False

    @field_validator("languages", mode="before")
    @classmethod
    def _one_is_many(cls, typed: object) -> object:
        return (typed,) if isinstance(typed, str) else typed

    @field_validator("languages")
    @classmethod
    def _are_known(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        if not set(languages) <= set(BY_CODE):
            raise ValueError("enum")
        return languages


async def open_board(work: UnitOfWork, operator: Operator, command: OpenBoard) -> UUID:
    """Open it for the operator's own office and give back its id. Refuses NotAtThisDesk, TooManyBoards."""
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    standing = select(func.count()).where(col(Board.office_id) == operator.office_id, col(Board.closed_at).is_(None))
    if (await work.session.exec(standing)).one() >= MOST:
        raise TooManyBoards
    opened = Board(
        ente_id=operator.ente_id,
        office_id=operator.office_id,
        name=command.name,
        languages=list(dict.fromkeys(command.languages)),
        is_spoken=command.is_spoken,
        opened_by_id=operator.operator_id,
    )
    work.session.add(opened)
    return opened.id
