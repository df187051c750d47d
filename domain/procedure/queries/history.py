"""All the versions of a procedure, for those who design it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import Procedure, ProcedureVersion
from domain.procedure.permissions import may_design
from domain.procedure.refusals import NotYoursToDesign
from domain.procedure.terms import VersionStatus

MOST = 200


@dataclass(frozen=True)
class VersionRow:
    """A version and the days on which it was in force, both included; ``ends_on`` None: still, or a draft."""

    id: UUID
    number: int
    status: VersionStatus
    starts_on: date | None
    ends_on: date | None
    is_in_force: bool


@dataclass(frozen=True)
class ProcedureHistory:
    """A procedure with its newest 200 versions, the newest first."""

    id: UUID
    ente_id: UUID
    slug: str
    name: Localised
    versions: Sequence[VersionRow]

    @property
    def draft(self) -> VersionRow | None:
        """The version that is being drawn."""
        return next((one for one in self.versions if one.status is VersionStatus.DRAFT), None)

    @property
    def in_force(self) -> VersionRow | None:
        """The version that requests of today go through."""
        return next((one for one in self.versions if one.is_in_force), None)


async def procedure_history(work: UnitOfWork, operator: Operator, procedure_id: UUID) -> ProcedureHistory:
    """The procedure and its versions. Refuses NotFound, NotYoursToDesign."""
    whole = (await work.session.exec(select(Procedure).where(col(Procedure.id) == procedure_id))).one_or_none()
    if whole is None:
        raise NotFound
    if not may_design(operator, whole.ente_id):
        raise NotYoursToDesign
    versions = select(ProcedureVersion).where(col(ProcedureVersion.procedure_id) == procedure_id)
    found = (await work.session.exec(versions.order_by(col(ProcedureVersion.number).desc()).limit(MOST))).all()
    rows = [_row(one, work.today) for one in found]
    return ProcedureHistory(whole.id, whole.ente_id, whole.slug, Localised(whole.name), rows)


def _row(one: ProcedureVersion, today: date) -> VersionRow:
    starts_on = one.valid_during.lower if one.valid_during else None
    after = one.valid_during.upper if one.valid_during else None
    is_empty = one.valid_during is not None and one.valid_during.isempty
    is_in_force = not is_empty and starts_on is not None and starts_on <= today and (after is None or today < after)
    return VersionRow(
        one.id, one.number, one.status, starts_on, after - timedelta(days=1) if after else None, is_in_force
    )
