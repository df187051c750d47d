"""Somebody writes in the diary of a case."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.casework.model.case import DiaryEntry
from domain.casework.permissions import may_follow_cases
from domain.casework.queries.cases import case
from domain.casework.refusals import NotACaseRole
from domain.casework.terms import WRITTEN_KINDS, DiaryKind
from domain.kernel.actor import Operator
from domain.kernel.clock import ROME
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

LONGEST = 10_000


def _written(kind: DiaryKind) -> DiaryKind:
    if kind not in WRITTEN_KINDS:
        raise ValueError("diary_kind")
    return kind


def _in_italy(moment: datetime) -> datetime:
    """What people type has no zone: it is the time in Italy."""
    return moment if moment.tzinfo else moment.replace(tzinfo=ROME)


class RecordNote(BaseModel):
    """What happened, when (Italian time where no zone is given) and in which way one learned of it."""

    case_id: UUID
    kind: Annotated[DiaryKind, AfterValidator(_written)] = DiaryKind.NOTE
    happened_at: Annotated[datetime, AfterValidator(_in_italy)]
    text: str = Field(min_length=1, max_length=LONGEST)


async def record_note(work: UnitOfWork, operator: Operator, command: RecordNote) -> UUID:
    """Write the entry, which nobody changes afterwards; gives back its id.

    Refuses NotFound, NotACaseRole, and Invalid on ``happened_at`` in the future.
    """
    found = await case(work, operator, command.case_id)
    if not may_follow_cases(operator):
        raise NotACaseRole
    if command.happened_at > work.now:
        raise Invalid({"happened_at": _("Questa data è nel futuro. Scrivi quando è successo.")})
    entry = DiaryEntry(
        ente_id=found.ente_id,
        case_id=found.id,
        person_id=found.person_id,
        kind=command.kind,
        happened_at=command.happened_at,
        author_id=operator.operator_id,
        text=command.text,
    )
    work.session.add(entry)
    return entry.id
