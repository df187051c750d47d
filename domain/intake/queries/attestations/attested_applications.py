"""The applications of a person that an attestation may speak of: the same that the person's own list shows."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Actor
from domain.kernel.clock import midnight
from domain.platform.work import UnitOfWork

MOST = 500


async def attested_applications(
    work: UnitOfWork, actor: Actor, person_id: UUID, *, year: int | None = None, application_id: UUID | None = None
) -> Sequence[Application]:
    """What was sent for the person and ``actor`` may see, the first sent first, also what was given up; at most 500.

    ``year`` is that of the day of sending in Italy.
    """
    wanted: list[Any] = [
        col(Application.beneficiary_id) == person_id,
        col(Application.status) != ApplicationStatus.DRAFT,
        visible_to(actor),
    ]
    if year is not None:
        starts, ends = midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))
        wanted += [col(Application.submitted_at) >= starts, col(Application.submitted_at) < ends]
    if application_id is not None:
        wanted.append(col(Application.id) == application_id)
    statement = select(Application).where(*wanted).order_by(col(Application.submitted_at), col(Application.id))
    return (await work.session.exec(statement.limit(MOST))).all()
