"""The head of an office decides how its desk works."""

from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.roles import Role
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import DeskSettings
from domain.reception.queries.desks.directed_desk import directed_desk, directed_office
from domain.reception.refusals import SheetChangedMeanwhile
from domain.reception.terms.desks import ALWAYS_REQUIRED, MASKABLE_ROLES, DeskKind, Requirement, Section

Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class SetDesk(BaseModel):
    """All the choices of the office; ``masks`` are pairs of a section and a role that does not read it."""

    office_id: UUID
    kind: DeskKind = DeskKind.GENERAL
    initiative: Name = ""
    opens_on: date | None = None
    closes_on: date | None = None
    desk_points: tuple[Name, ...] = Field(default=(), max_length=30)
    sections: tuple[Section, ...] = ()
    required: tuple[Requirement, ...] = ()
    is_masked_elsewhere: bool = False
    masks: tuple[tuple[Section, Role], ...] = ()
    private_note_readers: tuple[Role, ...] = ()
    seen_version: int = 0

    @model_validator(mode="after")
    def _only_roles_of_desks(self) -> Self:
        roles = {role for _section, role in self.masks} | set(self.private_note_readers)
        if roles - set(MASKABLE_ROLES):
            raise ValueError("literal_error")
        return self


async def set_desk(work: UnitOfWork, operator: Operator, command: SetDesk) -> None:
    """Write the choices. What every sheet must have is always required.

    Refuses NotFound, NotTheDeskHead, SheetChangedMeanwhile on an old version, and Invalid on days that are turned round
    or an initiative without a name.
    """
    office = await directed_office(work, operator, command.office_id)
    if command.opens_on and command.closes_on and command.closes_on < command.opens_on:
        raise Invalid({"closes_on": _("L'ultimo giorno viene prima del primo. Controlla le date.")})
    if command.kind is DeskKind.THEMATIC and not command.initiative:
        raise Invalid({"initiative": _("Scrivi il nome dell'iniziativa.")})
    row = await directed_desk(work, operator, office.id)
    if command.seen_version != (row.version if row else 0):
        raise SheetChangedMeanwhile
    if row is None:
        row = DeskSettings(ente_id=office.ente_id, office_id=office.id, version=0)
        work.session.add(row)
    for name, value in _facts(command).items():
        setattr(row, name, value)
    row.version += 1


def _facts(command: SetDesk) -> dict[str, Any]:
    masks: dict[str, list[str]] = {}
    for section, role in command.masks:
        masks.setdefault(section.value, []).append(role.value)
    return {
        "kind": command.kind,
        "initiative": command.initiative,
        "opens_on": command.opens_on,
        "closes_on": command.closes_on,
        "desk_points": [one for one in command.desk_points if one],
        "sections": [one.value for one in command.sections],
        "required": [one.value for one in Requirement if one in {*command.required, *ALWAYS_REQUIRED}],
        "is_masked_elsewhere": command.is_masked_elsewhere,
        "masks": masks,
        "private_note_readers": [one.value for one in command.private_note_readers],
    }
