"""Two records turn out to be of one person: the applications of the first belong to the second."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.intake.model.application import Application, Attachment
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class MoveApplications(BaseModel):
    """From whom to whom."""

    from_person_id: UUID
    to_person_id: UUID


async def move_applications(work: UnitOfWork, system: System, command: MoveApplications) -> None:
    """What one applied for, and what was applied for on one's behalf, changes hands, drafts too.

    A draft stays behind where the other record has one for the same service and person: there is one of each. Only
    ``system`` within the enti of both does this.
    """
    for side in ("applicant_id", "beneficiary_id"):
        column = getattr(Application, side)
        moved = sa.update(Application).where(column == command.from_person_id, ~_has_twin(command, side))
        if system.enti is not None:
            moved = moved.where(col(Application.ente_id).in_(system.enti))
        await work.session.exec(moved.values({side: command.to_person_id}))
    whole = sa.select(col(Application.id)).where(
        col(Application.id) == col(Attachment.application_id),
        col(Application.beneficiary_id) == command.to_person_id,
    )
    papers = sa.update(Attachment).where(col(Attachment.person_id) == command.from_person_id, sa.exists(whole))
    await work.session.exec(papers.values(person_id=command.to_person_id))


def _has_twin(command: MoveApplications, side: str) -> sa.ColumnElement[bool]:
    """A draft that would stand beside one that is there, once this side has changed hands."""
    twin: Any = aliased(Application)
    is_draft = ApplicationStatus.DRAFT
    other = "beneficiary_id" if side == "applicant_id" else "applicant_id"
    return sa.and_(
        col(Application.status) == is_draft,
        sa.exists().where(
            twin.status == is_draft,
            twin.service_id == col(Application.service_id),
            getattr(twin, side) == command.to_person_id,
            sa.or_(
                getattr(twin, other) == getattr(Application, other),
                sa.and_(
                    getattr(Application, other) == command.from_person_id, getattr(twin, other) == command.to_person_id
                ),
            ),
        ),
    )
