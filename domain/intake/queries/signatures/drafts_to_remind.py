"""The drafts that wait for somebody's signature, for the program that reminds people."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.model.signature import Signature
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

REMINDED_AFTER = timedelta(days=7)
AT_ONCE = 200


async def drafts_to_remind(work: UnitOfWork, system: System, after: UUID | None = None) -> Sequence[UUID]:
    """Up to 200 ids behind ``after``: drafts with a signature that was asked a week ago, and nobody was reminded of."""
    wanted = (
        select(Application.id)
        .join(Signature, col(Signature.application_id) == col(Application.id))
        .where(
            col(Application.status) == ApplicationStatus.DRAFT,
            col(Signature.closed_at).is_(None),
            col(Signature.signed_at).is_(None),
            col(Signature.refused_at).is_(None),
            col(Signature.reminded_at).is_(None),
            col(Signature.asked_at) < work.now - REMINDED_AFTER,
        )
        .distinct()
        .order_by(col(Application.id))
        .limit(AT_ONCE)
    )
    if after is not None:
        wanted = wanted.where(col(Application.id) > after)
    return (await work.session.exec(wanted)).all()
