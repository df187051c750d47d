"""Sheets sent to other offices and proposals to take charge: the doors to answer them, and what both sides read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.reception.model.passing_on import CareProposal, Referral
from domain.reception.permissions import may_answer_proposals, may_work_at_desk
from domain.reception.terms.passing_on import ProposalStatus, ProposalUrgency, ReferralStatus
from domain.registry.queries.names import names

MOST = 50


@dataclass(frozen=True)
class ReferralRow:
    """A sending as both offices read it."""

    id: UUID
    from_office: str
    to_office: str
    to_office_id: UUID
    sent_by: str
    sent_at: datetime
    reason: str
    status: ReferralStatus
    answered_by: str
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True)
class ProposalRow:
    """A proposal as both offices read it."""

    id: UUID
    sheet_id: UUID
    person_id: UUID
    to_office: str
    to_office_id: UUID
    proposed_by: str
    proposed_at: datetime
    category: str
    urgency: ProposalUrgency
    note: str
    status: ProposalStatus
    seen_at: datetime | None
    answered_by: str
    answered_at: datetime | None
    refusal_reason: str


async def referral_to_answer(work: UnitOfWork, operator: Operator, referral_id: UUID) -> Referral:
    """What was sent to the operator's office, locked. Refuses NotAllowed without a role at the desk, NotFound."""
    if not may_work_at_desk(operator):
        raise NotAllowed
    wanted = select(Referral).where(col(Referral.id) == referral_id, col(Referral.to_office_id) == operator.office_id)
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    return found


async def proposal_to_answer(work: UnitOfWork, operator: Operator, proposal_id: UUID) -> CareProposal:
    """A proposal to an ente in reach, locked, for who follows cases. Refuses NotAllowed, NotFound."""
    if not may_answer_proposals(operator):
        raise NotAllowed
    wanted = select(CareProposal).where(
        col(CareProposal.id) == proposal_id, col(CareProposal.to_ente_id).in_(operator.enti)
    )
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None or found.person_id not in await names(work, [found.person_id]):
        raise NotFound
    return found


async def referrals_of(work: UnitOfWork, sheet_id: UUID) -> Sequence[ReferralRow]:
    """The sendings of a sheet the caller has come to through its door, the latest first."""
    wanted = select(Referral).where(col(Referral.sheet_id) == sheet_id)
    found = (await work.session.exec(wanted.order_by(col(Referral.created_at).desc()).limit(MOST))).all()
    offices, people = await _named(
        work,
        [office_id for row in found for office_id in (row.from_office_id, row.to_office_id)],
        [one for row in found for one in (row.sent_by_id, row.answered_by_id)],
    )
    return [
        ReferralRow(
            id=row.id,
            from_office=offices.get(row.from_office_id, ""),
            to_office=offices.get(row.to_office_id, ""),
            to_office_id=row.to_office_id,
            sent_by=people.get(row.sent_by_id, ""),
            sent_at=row.created_at,
            reason=row.reason,
            status=row.status,
            answered_by=people.get(row.answered_by_id, "") if row.answered_by_id else "",
            answered_at=row.answered_at,
            answer=row.answer,
        )
        for row in found
    ]


async def proposals_of(work: UnitOfWork, sheet_id: UUID) -> Sequence[ProposalRow]:
    """The proposals of a sheet the caller has come to through its door, the latest first."""
    wanted = select(CareProposal).where(col(CareProposal.sheet_id) == sheet_id)
    found = (await work.session.exec(wanted.order_by(col(CareProposal.created_at).desc()).limit(MOST))).all()
    offices, people = await _named(
        work,
        [row.to_office_id for row in found],
        [one for row in found for one in (row.proposed_by_id, row.answered_by_id)],
    )
    return [
        ProposalRow(
            id=row.id,
            sheet_id=row.sheet_id,
            person_id=row.person_id,
            to_office=offices.get(row.to_office_id, ""),
            to_office_id=row.to_office_id,
            proposed_by=people.get(row.proposed_by_id, ""),
            proposed_at=row.created_at,
            category=row.category,
            urgency=row.urgency,
            note=row.note,
            status=row.status,
            seen_at=row.seen_at,
            answered_by=people.get(row.answered_by_id, "") if row.answered_by_id else "",
            answered_at=row.answered_at,
            refusal_reason=row.refusal_reason,
        )
        for row in found
    ]


async def _named(
    work: UnitOfWork, office_ids: Iterable[UUID], operator_ids: Iterable[UUID | None]
) -> tuple[dict[UUID, str], dict[UUID, str]]:
    offices = {key: row.name for key, row in (await office_names(work, office_ids)).items()}
    return offices, await operator_names(work, [one for one in operator_ids if one is not None])
