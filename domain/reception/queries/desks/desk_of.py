"""How the desk of an office works; what nobody has chosen is as usual."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.roles import Role
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import DeskSettings
from domain.reception.rules.desk_days import is_open_on
from domain.reception.terms.desks import OPTIONAL_SECTIONS, USUALLY_REQUIRED, DeskKind, Requirement, Section


@dataclass(frozen=True)
class DeskRow:
    """The choices of an office; ``masks`` are the roles that do not read a section, ``version`` 0 when all is usual."""

    office_id: UUID
    kind: DeskKind = DeskKind.GENERAL
    initiative: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    desk_points: tuple[str, ...] = ()
    sections: tuple[Section, ...] = (Section.FIRST_ASSESSMENT,)
    required: frozenset[Requirement] = frozenset(USUALLY_REQUIRED)
    is_masked_elsewhere: bool = False
    masks: Mapping[Section, Set[Role]] = field(default_factory=dict)
    private_note_readers: frozenset[Role] = frozenset()
    version: int = 0

    def is_open_on(self, day: date) -> bool:
        """Whether the desk takes new contacts on ``day``."""
        return is_open_on(self.kind, self.opens_on, self.closes_on, day)


async def desk_of(work: UnitOfWork, office_id: UUID) -> DeskRow:
    """The desk of ``office_id``: how people are received somewhere is no secret within the ambito."""
    return (await desks_of(work, [office_id]))[office_id]


async def desks_of(work: UnitOfWork, office_ids: Iterable[UUID]) -> dict[UUID, DeskRow]:
    """The desks of many offices by office; one question."""
    wanted = set(office_ids)
    statement = select(DeskSettings).where(col(DeskSettings.office_id).in_(wanted))
    chosen = {row.office_id: row_of(row) for row in (await work.session.exec(statement)).all()}
    return {office_id: chosen.get(office_id) or DeskRow(office_id) for office_id in wanted}


def row_of(row: DeskSettings) -> DeskRow:
    """The choices as values of our own words."""
    return DeskRow(
        office_id=row.office_id,
        kind=row.kind,
        initiative=row.initiative,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        desk_points=tuple(row.desk_points),
        sections=tuple(one for one in OPTIONAL_SECTIONS if one.value in row.sections),
        required=frozenset(Requirement(one) for one in row.required),
        is_masked_elsewhere=row.is_masked_elsewhere,
        masks={Section(name): frozenset(Role(role) for role in roles) for name, roles in row.masks.items()},
        private_note_readers=frozenset(Role(role) for role in row.private_note_readers),
        version=row.version,
    )
