"""The requests to be called back: one to act on, and the list of the desk."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.intake.model.contact_request import ContactRequest
from domain.intake.permissions import may_work_on_applications
from domain.intake.terms import RequestKind, RequestStatus
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ContactRequestRow:
    """A request as the desk reads it. ``is_proven`` when the contact is theirs; ``taken_by`` is who calls back."""

    id: UUID
    kind: RequestKind
    name: str
    about: str
    email: str
    phone: str
    need: str
    language: str
    asked_at: datetime
    is_proven: bool
    status: RequestStatus
    taken_by: str
    done_at: datetime | None


async def contact_request(
    work: UnitOfWork, operator: Operator, request_id: UUID, *, for_update: bool = False
) -> ContactRequest:
    """The only door to one: for the desks of the enti in reach. Refuses NotAllowed, NotFound."""
    if not may_work_on_applications(operator):
        raise NotAllowed
    wanted = select(ContactRequest).where(
        col(ContactRequest.id) == request_id, col(ContactRequest.ente_id).in_(operator.enti)
    )
    found = (await work.session.exec(wanted.with_for_update() if for_update else wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def contact_requests(
    work: UnitOfWork, operator: Operator, *, is_done: bool = False, page: int = 1
) -> Page[ContactRequestRow]:
    """Those that wait, the oldest first; or those answered, the latest first. Refuses NotAllowed."""
    if not may_work_on_applications(operator):
        raise NotAllowed
    is_theirs = col(ContactRequest.ente_id).in_(operator.enti)
    state = col(ContactRequest.done_at).is_not(None) if is_done else col(ContactRequest.done_at).is_(None)
    order = col(ContactRequest.done_at).desc() if is_done else col(ContactRequest.created_at)
    wanted = select(ContactRequest, sa.func.count().over()).where(is_theirs, state)
    ordered = wanted.order_by(order, col(ContactRequest.id)).offset(offset_of(page)).limit(PAGE_SIZE)
    found = (await work.session.exec(ordered)).all()
    callers = [one.taken_by_id for one, _total in found if one.taken_by_id]
    called = await operator_names(work, callers) if callers else {}
    rows = [
        ContactRequestRow(
            one.id,
            one.kind,
            one.name,
            one.about,
            one.email,
            one.phone,
            one.need,
            one.language,
            one.created_at,
            one.proven_at is not None,
            one.status,
            called.get(one.taken_by_id, "") if one.taken_by_id else "",
            one.done_at,
        )
        for one, _total in found
    ]
    return Page(rows, max(1, page), PAGE_SIZE, found[0][1] if found else 0)
