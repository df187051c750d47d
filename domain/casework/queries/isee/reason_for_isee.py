"""Why an operator may look at somebody's means: an application that waits, or an open case. Without, nobody does."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import Case
from domain.casework.permissions import within_reach
from domain.casework.refusals import NoReasonForIsee
from domain.casework.terms import CaseStatus
from domain.intake.queries.examination.open_application import open_application
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import PersonCard, card_within


@dataclass(frozen=True)
class IseeReason:
    """Whose means, and why they are looked at."""

    person: PersonCard
    purpose: ReadingPurpose

    def reading(self, isee_id: UUID | None, *, is_granted: bool = True) -> Reading:
        """What is noted: ``isee_id`` is the certificate that was read, which carries the number of its declaration."""
        return Reading(
            person_id=self.person.id,
            ente_id=self.person.ente_id,
            subject=ReadingSubject.ISEE.value,
            subject_id=isee_id,
            purpose=self.purpose.value,
            is_granted=is_granted,
        )


async def reason_for_isee(work: UnitOfWork, operator: Operator, person_id: UUID) -> IseeReason:
    """The reason that ``operator`` has. Refuses NotFound, NoReasonForIsee; both attempts are noted."""
    try:
        known = await card_within(work, operator, person_id)
    except NotFound:
        work.note_reading(_refused(None, operator.ente_id, person_id))
        raise
    purpose = await _purpose(work, operator, known.id)
    if purpose is None:
        work.note_reading(_refused(known.id, known.ente_id, None))
        raise NoReasonForIsee
    return IseeReason(known, purpose)


async def _purpose(work: UnitOfWork, operator: Operator, person_id: UUID) -> ReadingPurpose | None:
    if await open_application(work, operator, person_id) is not None:
        return ReadingPurpose.APPLICATION_WORK
    is_open = col(Case.status) != CaseStatus.CLOSED
    wanted = select(Case.id).where(col(Case.person_id) == person_id, is_open, within_reach(operator, Case.ente_id))
    return ReadingPurpose.CASE_WORK if (await work.session.exec(wanted.limit(1))).first() is not None else None


def _refused(person_id: UUID | None, ente_id: UUID, subject_id: UUID | None) -> Reading:
    subject = ReadingSubject.ISEE.value
    return Reading(person_id, ente_id, subject, subject_id, ReadingPurpose.DESK_HELP.value, is_granted=False)
