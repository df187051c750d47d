"""The door of the archive: a filing for who may work with it. Actions and queries of the archive come through here."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.permissions import in_archives_of, may_work_in_archive
from domain.documents.terms import FilingSource
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import CASE_ROLES
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork


async def filing(work: UnitOfWork, operator: Operator, filing_id: UUID) -> Filing:
    """The filing, to be read. Refuses NotAllowed without the role, NotFound out of sight.

    A refused attempt is noted, without saying whose it was.
    """
    if not may_work_in_archive(operator):
        raise NotAllowed
    wanted = select(Filing).where(col(Filing.id) == filing_id, in_archives_of(operator))
    found = (await work.session.exec(wanted)).first()
    if found is None:
        note(work, operator, None, operator.ente_id, filing_id)
        raise NotFound
    return found


async def filing_to_change(work: UnitOfWork, operator: Operator, filing_id: UUID) -> Filing:
    """The same, locked until the transaction ends and as it is now."""
    if not may_work_in_archive(operator):
        raise NotAllowed
    wanted = select(Filing).where(col(Filing.id) == filing_id, in_archives_of(operator))
    locked = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(locked)).first()
    if found is None:
        raise NotFound
    return found


async def versions_to_change(work: UnitOfWork, found: Filing) -> Sequence[tuple[Filing, Document]]:
    """Every version that an office has filed of the same paper, with its document; what citizens sent is not there."""
    wanted = (
        select(Filing, Document)
        .join(Document, col(Document.id) == col(Filing.document_id))
        .where(col(Filing.series_id) == found.series_id, col(Filing.source) == FilingSource.OFFICE)
    )
    return (await work.session.exec(wanted)).all()


def purpose_of(operator: Operator, found: Filing | None = None) -> ReadingPurpose:
    """Why somebody with these roles looks into an archive; what is private to others only an emergency opens."""
    if found is not None and found.private_to_id not in (None, operator.office_id):
        return ReadingPurpose.EMERGENCY
    return ReadingPurpose.CASE_WORK if operator.has(*CASE_ROLES) else ReadingPurpose.DESK_HELP


def note(
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID | None,
    ente_id: UUID,
    subject_id: UUID,
    found: Filing | None = None,
) -> None:
    """Note that the archive, or the filing ``found``, was looked at; nobody's, when it was refused."""
    reading = Reading(
        person_id=person_id,
        ente_id=ente_id,
        subject=ReadingSubject.ARCHIVE.value,
        subject_id=subject_id,
        purpose=purpose_of(operator, found).value,
        is_granted=person_id is not None,
    )
    work.note_reading(reading)
