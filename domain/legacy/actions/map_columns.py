"""Somebody says which column of a file answers which field."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.legacy.queries.imports import archive_import
from domain.legacy.refusals import FileGone
from domain.legacy.rules.fields import FIELDS, NEEDED
from domain.legacy.terms import DayOrder, ImportStage
from domain.platform.work import UnitOfWork
from domain.registry.terms import HouseholdKind

COLUMN_NEEDED = _("Scegli la colonna: senza questo dato le righe non si possono importare.")
USED_TWICE = _("Hai abbinato due colonne a questo dato: scegline una.")


class MapColumns(BaseModel):
    """Heading by field; how dates are written; under which name the mapping is kept, if it is.

    ``twice`` are fields for which somebody has chosen a second column.
    """

    import_id: UUID
    columns: dict[str, str]
    twice: tuple[str, ...] = ()
    order: DayOrder = DayOrder.DAY_FIRST
    household_kind: HouseholdKind = HouseholdKind.REGISTRY
    mapping_name: str = Field(default="", max_length=80)


async def map_columns(work: UnitOfWork, operator: Operator, command: MapColumns) -> None:
    """Keep it, and go back before the trial if there was one.

    Refuses NotFound, StageOver, FileGone, and Invalid by field where a needed column is missing or one is used twice.
    """
    found = await archive_import(work, operator, command.import_id, for_update=True)
    found.must_be(ImportStage.MAPPING, ImportStage.TRIED)
    if found.removed_at is not None:
        raise FileGone
    names = {one.name for one in FIELDS[found.kind]}
    chosen = {name: heading for name, heading in command.columns.items() if name in names and heading in found.headings}
    problems = {group[0]: COLUMN_NEEDED for group in NEEDED[found.kind] if not any(name in chosen for name in group)}
    problems |= {name: USED_TWICE for name in command.twice if name in names}
    if problems:
        raise Invalid(problems)
    found.columns = chosen
    found.choices = {
        "order": command.order.value,
        "household_kind": command.household_kind.value,
        "mapping_name": " ".join(command.mapping_name.split()),
    }
    found.go(ImportStage.MAPPING)
