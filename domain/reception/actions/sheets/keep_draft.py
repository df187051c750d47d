"""A sheet is saved as it stands, however unfinished: nothing that was typed is lost."""

import json
from datetime import date
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel, model_validator

from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.queries.sheets.door import own_draft
from domain.reception.refusals import DeskClosed
from domain.registry.queries.people import person

LARGEST = 100_000


class KeepDraft(BaseModel):
    """The page as typed; ``sheet_id`` is chosen by the page, so that saving twice writes one sheet."""

    sheet_id: UUID
    person_id: UUID | None = None
    is_anonymous: bool = False
    contact_on: date | None = None
    seen_version: int | None = None
    typed: dict[str, str | list[str]] = {}
    is_hidden: bool = False

    @model_validator(mode="after")
    def _is_bounded(self) -> Self:
        if len(json.dumps(self.typed)) > LARGEST:
            raise ValueError("string_too_long")
        if self.is_anonymous:
            self.person_id = None
        return self


async def keep_draft(work: UnitOfWork, operator: Operator, command: KeepDraft) -> int:
    """Keep the page and give back the version of the sheet.

    A new one belongs to the operator's office. Refuses NotFound, NotAtThisDesk, SheetNotWritable when it is complete,
    DeskClosed for a new sheet of an initiative outside its days, and SheetChangedMeanwhile when a colleague may have
    saved it since ``seen_version``.
    """
    await locks.hold(work, "contact sheet", command.sheet_id)  # a page may save itself while its button is pressed
    found = await own_draft(work, operator, command.sheet_id)
    if command.person_id is not None:
        await person(work, operator, command.person_id)
    if found is None:
        found = await _opened(work, operator, command.sheet_id)
    facts: dict[str, Any] = {"typed": dict(command.typed)}
    if found.completed_at is None:  # a sheet opened again stays what it was until it is complete again
        facts |= {
            "person_id": command.person_id,
            "is_anonymous": command.is_anonymous,
            "contact_on": command.contact_on or found.contact_on,
            "is_hidden": command.is_hidden,
        }
    is_alone = found.operator_id == operator.operator_id and found.completed_at is None  # nobody else writes on it
    found.take_over(facts, seen_version=None if is_alone else command.seen_version, at=work.now)
    return found.version


async def _opened(work: UnitOfWork, operator: Operator, sheet_id: UUID) -> ContactSheet:
    if not (await desk_of(work, operator.office_id)).is_open_on(work.today):
        raise DeskClosed
    opened = ContactSheet(
        id=sheet_id,
        ente_id=operator.ente_id,
        office_id=operator.office_id,
        operator_id=operator.operator_id,
        contact_on=work.today,
        saved_at=work.now,
    )
    work.session.add(opened)
    return opened
