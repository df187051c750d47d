"""Procedures and their versions, as those who design them see them, and as those who follow them find them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import ente
from domain.platform.localised import Localised
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import Procedure, ProcedureVersion
from domain.procedure.permissions import may_design
from domain.procedure.queries.legal_calendar import legal_terms_on
from domain.procedure.refusals import NotYoursToDesign
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.drawing import Arrow, Box, Diagram, draw
from domain.procedure.rules.soundness.findings import Finding, FindingKind
from domain.procedure.rules.soundness.problems import problems
from domain.procedure.terms import VersionStatus

__all__ = [
    "Arrow",
    "Box",
    "Diagram",
    "Finding",
    "FindingKind",
    "ProcedureRow",
    "VersionSheet",
    "procedure_in_force",
    "procedure_version",
    "procedures",
    "version_to_design",
]
MOST = 200


@dataclass(frozen=True)
class ProcedureRow:
    """A procedure; ``number`` and ``version_id`` of the version in force, ``draft_id`` of the draft; None without."""

    id: UUID
    ente_id: UUID
    slug: str
    name: Localised
    number: int | None
    version_id: UUID | None
    draft_id: UUID | None


@dataclass(frozen=True)
class VersionSheet:
    """A version with what is wrong with it, and its drawing."""

    id: UUID
    ente_id: UUID
    procedure_id: UUID
    slug: str
    name: Localised
    number: int
    status: VersionStatus
    revision: int
    starts_on: date | None
    definition: ProcedureDefinition
    findings: tuple[Finding, ...]
    diagram: Diagram


async def procedures(work: UnitOfWork, operator: Operator) -> Sequence[ProcedureRow]:
    """Those of the enti in which the operator designs, by slug, at most 200; one question."""
    enti = [ente_id for ente_id in operator.enti if may_design(operator, ente_id)]
    in_force: Any = sa.and_(
        col(ProcedureVersion.procedure_id) == col(Procedure.id),
        sa.or_(
            col(ProcedureVersion.status) == VersionStatus.DRAFT,
            holds_on(ProcedureVersion.valid_during, work.today),
        ),
    )
    statement = select(Procedure, ProcedureVersion).join(ProcedureVersion, in_force, isouter=True)
    mine = statement.where(col(Procedure.ente_id).in_(enti)).order_by(col(Procedure.slug), col(Procedure.id))
    found: dict[UUID, tuple[Procedure, list[ProcedureVersion]]] = {}
    for one, version in (await work.session.exec(mine.limit(2 * MOST))).all():
        found.setdefault(one.id, (one, []))[1].extend([version] if version else [])
    return [_row(one, versions) for one, versions in list(found.values())[:MOST]]


def _row(one: Procedure, versions: Sequence[ProcedureVersion]) -> ProcedureRow:
    draft = next((version for version in versions if version.status is VersionStatus.DRAFT), None)
    held = next((version for version in versions if version.status is VersionStatus.PUBLISHED), None)
    return ProcedureRow(
        id=one.id,
        ente_id=one.ente_id,
        slug=one.slug,
        name=Localised(one.name),
        number=held.number if held else None,
        version_id=held.id if held else None,
        draft_id=draft.id if draft else None,
    )


async def procedure_version(work: UnitOfWork, operator: Operator, version_id: UUID) -> VersionSheet:
    """A version for those who design: draft, in force or past. Refuses NotFound, NotYoursToDesign."""
    found = await version_to_design(work, operator, version_id, for_update=False)
    whole = await work.session.get_one(Procedure, found.procedure_id)
    definition = ProcedureDefinition.model_validate(found.definition)
    return VersionSheet(
        id=found.id,
        ente_id=found.ente_id,
        procedure_id=whole.id,
        slug=whole.slug,
        name=Localised(whole.name),
        number=found.number,
        status=found.status,
        revision=found.revision,
        starts_on=found.valid_during.lower if found.valid_during else None,
        definition=definition,
        findings=problems(definition, await legal_terms_on(work, work.today)),
        diagram=draw(definition),
    )


async def version_to_design(
    work: UnitOfWork, actor: Actor, version_id: UUID, *, for_update: bool = True
) -> ProcedureVersion:
    """The version, locked when it is to be changed. Refuses NotFound, NotYoursToDesign."""
    statement = select(ProcedureVersion).where(col(ProcedureVersion.id) == version_id)
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    if not may_design(actor, found.ente_id):
        raise NotYoursToDesign
    return found


async def procedure_in_force(work: UnitOfWork, slug: str, ente_id: UUID) -> UUID:
    """The version of ``slug`` in force today in the ente, or else in its ambito. Refuses NotFound."""
    ambito_id = (await ente(work, ente_id)).ambito_id
    statement = (
        select(ProcedureVersion.id, ProcedureVersion.ente_id)
        .join(Procedure, col(Procedure.id) == col(ProcedureVersion.procedure_id))
        .where(
            col(Procedure.slug) == slug,
            col(Procedure.ente_id).in_([one for one in (ente_id, ambito_id) if one]),
            holds_on(ProcedureVersion.valid_during, work.today),
        )
    )
    found = (await work.session.exec(statement)).all()
    if not found:
        raise NotFound
    return min(found, key=lambda row: row[1] != ente_id)[0]
