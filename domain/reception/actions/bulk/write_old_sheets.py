"""Contacts of years ago are written as an archive has them: complete, of the office, by nobody here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from domain.kernel.actor import System
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, Need
from domain.reception.terms.sheets import Dimension, Outcome, Priority, SheetStatus


@dataclass(frozen=True)
class OldSheet:
    """A contact under the id its sheet gets; without a person it is anonymous."""

    id: UUID
    contact_on: date
    person_id: UUID | None
    channel: str | None = None
    interlocutor: str | None = None
    reason: str | None = None
    need: str | None = None
    outcome: Outcome | None = None
    words: str = ""


@dataclass(frozen=True)
class WriteOldSheets:
    """The contacts, and the office that keeps them."""

    ente_id: UUID
    office_id: UUID
    sheets: Sequence[OldSheet]


async def write_old_sheets(work: UnitOfWork, system: System, command: WriteOldSheets) -> None:
    """Write them, with the need of each. Nobody is told: they are past."""
    same = {"created_at": work.now, "ente_id": command.ente_id}
    await add_rows(work, ContactSheet, [_row(work, command, one) | same for one in command.sheets])
    needs = [
        {
            **same,
            "id": uuid4(),
            "sheet_id": one.id,
            "code": one.need,
            "dimension": Dimension.EXPRESSED,
            "priority": Priority.NORMAL,
            "note": "",
            "noted_on": one.contact_on,
        }
        for one in command.sheets
        if one.need
    ]
    await add_rows(work, Need, needs)


def _row(work: UnitOfWork, command: WriteOldSheets, one: OldSheet) -> dict[str, object]:
    sheet = ContactSheet(
        id=one.id,
        ente_id=command.ente_id,
        office_id=command.office_id,
        person_id=one.person_id,
        status=SheetStatus.COMPLETE,
        is_anonymous=one.person_id is None,
        contact_on=one.contact_on,
        channel=one.channel,
        interlocutor=one.interlocutor,
        reasons=[one.reason] if one.reason else [],
        reason_words=one.words,
        outcome=one.outcome,
        saved_at=work.now,
        completed_at=work.now,
    )
    return sheet.model_dump()
