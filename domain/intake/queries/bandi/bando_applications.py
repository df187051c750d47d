"""The applications to a bando, with their points, for the office. They stand by arrival: it is no ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.catalogue.queries.bandi.bando_in_force import BandoInForce, bando_in_force
from domain.documents.queries.protocollo_of import protocollo_of_many
from domain.intake.model.application import Application
from domain.intake.model.bando_score import BandoScore
from domain.intake.permissions import may_work_on_applications, visible_to
from domain.intake.queries.bandi.last_scores import is_last, last_scores
from domain.intake.terms import ApplicationStatus, Outcome
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

MOST_IN_A_FILE = 20_000
AT_A_TIME = 500


@dataclass(frozen=True)
class BandoFilter:
    """Which applications: in a state, with at least so many points (hundredths), with a correction of the office."""

    status: ApplicationStatus | None = None
    least_points: int | None = None
    is_corrected: bool = False


@dataclass(frozen=True)
class BandoApplicationRow:
    """An application with its points in hundredths; ``given`` by criterion of the version ``bando_number``."""

    id: UUID
    beneficiary_name: str
    protocollo: str
    status: ApplicationStatus
    outcome: Outcome | None
    submitted_at: datetime | None
    points: int | None
    given: Mapping[str, int]
    is_corrected: bool
    late_reason: str = ""


async def bando_applications(
    work: UnitOfWork, operator: Operator, bando_id: UUID, wanted: BandoFilter, page: int = 1
) -> tuple[BandoInForce, Page[BandoApplicationRow]]:
    """One page, the first arrived first; a fixed number of questions. Refuses NotAllowed, NotFound."""
    if not may_work_on_applications(operator):
        raise NotAllowed
    bando = await bando_in_force(work, bando_id)
    conditions = _conditions(operator, bando_id, wanted)
    total = (await work.session.exec(select(sa.func.count()).select_from(Application).where(*conditions))).one()
    rows = await _rows(work, conditions, offset_of(page), PAGE_SIZE)
    return bando, Page(rows, max(1, page), PAGE_SIZE, total)


async def bando_applications_for_file(
    work: UnitOfWork, operator: Operator, bando_id: UUID, wanted: BandoFilter
) -> tuple[BandoInForce, Sequence[BandoApplicationRow]]:
    """All of them, at most 20.000, a part at a time. Refuses NotAllowed, NotFound."""
    if not may_work_on_applications(operator):
        raise NotAllowed
    bando = await bando_in_force(work, bando_id)
    conditions, found = _conditions(operator, bando_id, wanted), list[BandoApplicationRow]()
    while len(found) < MOST_IN_A_FILE:
        part = await _rows(work, conditions, len(found), AT_A_TIME)
        found += part
        if len(part) < AT_A_TIME:
            break
    return bando, found


def _conditions(operator: Operator, bando_id: UUID, wanted: BandoFilter) -> list[Any]:
    found: list[Any] = [visible_to(operator), col(Application.bando_id) == bando_id]
    if wanted.status is not None:
        found.append(col(Application.status) == wanted.status)
    if wanted.least_points is not None or wanted.is_corrected:
        counted = select(BandoScore.id).where(col(BandoScore.application_id) == col(Application.id), is_last())
        if wanted.least_points is not None:
            counted = counted.where(col(BandoScore.points) >= wanted.least_points)
        if wanted.is_corrected:
            counted = counted.where(sa.cast(col(BandoScore.corrections), sa.Text) != "{}")
        found.append(counted.exists())
    return found


async def _rows(work: UnitOfWork, conditions: list[Any], offset: int, limit: int) -> list[BandoApplicationRow]:
    statement = select(Application).where(*conditions)
    ordered = statement.order_by(col(Application.submitted_at), col(Application.id)).offset(offset).limit(limit)
    found = (await work.session.exec(ordered)).all()
    ids = [one.id for one in found]
    people = await names(work, [one.beneficiary_id for one in found])
    numbers, scores = await protocollo_of_many(work, ids), await last_scores(work, ids)
    return [
        BandoApplicationRow(
            id=one.id,
            beneficiary_name=people[one.beneficiary_id].full_name if one.beneficiary_id in people else "",
            protocollo=numbers[one.id].label if one.id in numbers else "",
            status=one.status,
            outcome=one.outcome,
            submitted_at=one.submitted_at,
            points=scores[one.id].points if one.id in scores else None,
            given=scores[one.id].given if one.id in scores else {},
            is_corrected=one.id in scores and bool(scores[one.id].corrections),
            late_reason=one.late_reason,
        )
        for one in found
    ]
