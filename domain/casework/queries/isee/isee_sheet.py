"""The ISEE of a person, for an operator who has a reason to look at it. Every reading is noted with that reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.casework.queries.isee.reason_for_isee import reason_for_isee
from domain.documents.queries.documents_by_id import DocumentRow
from domain.documents.queries.documents_of_kind import documents_of_kind
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.page import Page
from domain.kernel.reading import ReadingPurpose
from domain.platform.work import UnitOfWork
from domain.registry.queries.households.household_on import HouseholdMemberRow, households_on
from domain.registry.queries.isee.isee_records_of import IseeRow, IseeStanding, isee_history, isee_row, isee_standing
from domain.registry.queries.person_card import PersonCard
from domain.registry.terms import HouseholdKind


@dataclass(frozen=True)
class IseeSheet:
    """Which certificate counts today, and all that was ever written."""

    person: PersonCard
    purpose: ReadingPurpose
    standing: IseeStanding
    history: Page[IseeRow]


@dataclass(frozen=True)
class IseeDraft:
    """What the form needs: the people of the household, the papers of the person, the certificate to put right."""

    person: PersonCard
    household: Sequence[HouseholdMemberRow]
    papers: Sequence[DocumentRow]
    row: IseeRow | None


async def isee_sheet(work: UnitOfWork, operator: Operator, person_id: UUID, *, page: int = 1) -> IseeSheet:
    """The certificates of a person, a page of the older ones. Refuses NotFound, NoReasonForIsee.

    Each certificate that holds today is noted as read.
    """
    reason = await reason_for_isee(work, operator, person_id)
    standing = await isee_standing(work, operator, reason.person.id, work.today)
    shown = [one for one in (standing.in_force, *standing.others) if one]
    for one in [row.id for row in shown] or [None]:
        work.note_reading(reason.reading(one))
    history = await isee_history(work, operator, reason.person.id, page)
    return IseeSheet(reason.person, reason.purpose, standing, history)


async def isee_draft(work: UnitOfWork, operator: Operator, person_id: UUID, isee_id: UUID | None = None) -> IseeDraft:
    """For a new certificate, or to put ``isee_id`` right. Refuses NotFound, NoReasonForIsee; the reading is noted.

    The household is that of the ISEE, else that of the registry, today.
    """
    reason = await reason_for_isee(work, operator, person_id)
    row = await isee_row(work, operator, reason.person.id, isee_id) if isee_id else None
    work.note_reading(reason.reading(row.id if row else None))
    kinds = (HouseholdKind.ISEE, HouseholdKind.REGISTRY)
    found = await households_on(work, operator, reason.person.id, work.today, kinds=kinds, purpose=reason.purpose.value)
    home = next((found[kind] for kind in kinds if kind in found), None)
    others = [one for one in home.members if one.person_id != reason.person.id] if home else []
    papers = await documents_of_kind(work, operator, reason.person.id, DocumentKind.ISEE_CERTIFICATE)
    return IseeDraft(reason.person, others, papers, row)
