"""Whether somebody has been looked up in the civil registry, and when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.gateways.civil_registry.client import is_connected
from domain.registry.model.watch import CivilCheck, Watch
from domain.registry.queries.people import person
from domain.registry.terms.civil import InquiryOutcome, WatchReason


@dataclass(frozen=True)
class CivilStanding:
    """``checked_on`` None: never looked up. ``is_unchecked``: written by hand, not confirmed by the registry yet."""

    checked_on: date | None
    is_found: bool
    is_watched: bool
    is_unchecked: bool


async def civil_standing(work: UnitOfWork, operator: Operator, person_id: UUID) -> CivilStanding:
    """Where the person stands with the civil registry. Refuses NotFound; who calls notes the reading."""
    await person(work, operator, person_id)
    check = (await work.session.exec(select(CivilCheck).where(col(CivilCheck.person_id) == person_id))).one_or_none()
    open_ones = select(Watch.reason).where(col(Watch.person_id) == person_id, col(Watch.ended_at).is_(None))
    reasons = set((await work.session.exec(open_ones)).all())
    return CivilStanding(
        checked_on=check.checked_on if check else None,
        is_found=check is not None and check.outcome is InquiryOutcome.FOUND,
        is_watched=bool(reasons),
        is_unchecked=WatchReason.UNCHECKED in reasons,
    )


def is_civil_registry_connected() -> bool:
    """Whether the installation reaches a civil registry."""
    return is_connected()
