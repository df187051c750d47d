"""Requests to be called back are forgotten when they have done their service."""

from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col

from domain.intake.model.contact_request import ContactRequest
from domain.platform.work import UnitOfWork

KEPT_WHEN_DONE = timedelta(days=90)
KEPT_AT_MOST = timedelta(days=365)


async def forget_contact_requests(work: UnitOfWork) -> None:
    """Delete those answered 90 days ago, and any after a year. For the System."""
    is_done = col(ContactRequest.done_at) < work.now - KEPT_WHEN_DONE
    is_old = col(ContactRequest.created_at) < work.now - KEPT_AT_MOST
    await work.session.exec(sa.delete(ContactRequest).where(sa.or_(is_done, is_old)))
