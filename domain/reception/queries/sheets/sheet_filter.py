"""Which sheets a list, a file or a count is about: the same question for all three."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.reception.model.passing_on import CareProposal, Referral
from domain.reception.model.sheet import ContactSheet, Need
from domain.reception.permissions import known_to, may_only_count, opened_to
from domain.reception.terms.passing_on import ReferralStatus
from domain.reception.terms.sheets import Outcome, SheetStatus, SheetView


@dataclass(frozen=True)
class SheetFilter:
    """What is looked for; ``from_on`` and ``to_on`` are both included, ``needs`` any of these codes."""

    view: SheetView = SheetView.ALL
    office_id: UUID | None = None
    person_id: UUID | None = None
    from_on: date | None = None
    to_on: date | None = None
    channel: str = ""
    outcome: Outcome | None = None
    needs: tuple[str, ...] = ()

    @property
    def looks_inside(self) -> bool:
        """Whether it asks for what is written in a sheet: then only sheets that may be opened answer."""
        return bool(self.channel or self.outcome or self.needs or self.person_id)


def where(operator: Operator, wanted: SheetFilter, today: date) -> sa.ColumnElement[bool]:
    """The SQL condition for ``operator``: what may be known, and of what is masked nothing inside."""
    if may_only_count(operator):
        known = sa.and_(
            col(ContactSheet.ente_id).in_(operator.enti),
            col(ContactSheet.status) != SheetStatus.DRAFT,
            sa.not_(col(ContactSheet.is_hidden)),
        )
    else:
        known = opened_to(operator) if wanted.looks_inside else known_to(operator)
    return sa.and_(known, _in_view(operator, wanted.view, today), *_content(wanted))


def where_inside(operator: Operator, wanted: SheetFilter, today: date) -> sa.ColumnElement[bool]:
    """The same sheets, without those that are masked for ``operator``: to count what is written inside."""
    asked = where(operator, wanted, today)
    return asked if may_only_count(operator) else sa.and_(asked, opened_to(operator))


def _content(wanted: SheetFilter) -> list[Any]:
    asked: list[Any] = []
    if wanted.office_id:
        asked.append(col(ContactSheet.office_id) == wanted.office_id)
    if wanted.person_id:
        asked.append(col(ContactSheet.person_id) == wanted.person_id)
    if wanted.from_on:
        asked.append(col(ContactSheet.contact_on) >= wanted.from_on)
    if wanted.to_on:
        asked.append(col(ContactSheet.contact_on) <= wanted.to_on)
    if wanted.channel:
        asked.append(col(ContactSheet.channel) == wanted.channel)
    if wanted.outcome:
        asked.append(col(ContactSheet.outcome) == wanted.outcome)
    if wanted.needs:
        needed = select(Need.id).where(col(Need.sheet_id) == col(ContactSheet.id), col(Need.code).in_(wanted.needs))
        asked.append(sa.exists(needed))
    return asked


def _in_view(operator: Operator, view: SheetView, today: date) -> sa.ColumnElement[bool]:
    is_draft = col(ContactSheet.status) == SheetStatus.DRAFT
    match view:
        case SheetView.TODAY:
            here = col(ContactSheet.office_id) == operator.office_id
            return sa.and_(here, col(ContactSheet.contact_on) == today, sa.not_(is_draft))
        case SheetView.DRAFTS:
            mine = col(ContactSheet.operator_id) == operator.operator_id
            return sa.and_(mine, col(ContactSheet.status) != SheetStatus.COMPLETE)
        case SheetView.RECEIVED:
            received = select(Referral.id).where(
                col(Referral.sheet_id) == col(ContactSheet.id),
                col(Referral.to_office_id) == operator.office_id,
                col(Referral.status) != ReferralStatus.RETURNED,
            )
            return sa.exists(received)
        case SheetView.PROPOSED:
            proposed = select(CareProposal.id).where(
                col(CareProposal.sheet_id) == col(ContactSheet.id),
                sa.or_(
                    col(CareProposal.to_office_id) == operator.office_id,
                    col(ContactSheet.office_id) == operator.office_id,
                ),
            )
            return sa.exists(proposed)
        case SheetView.ALL:
            return sa.not_(is_draft)
