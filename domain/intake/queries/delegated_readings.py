"""What a delegate reads of the person who delegated them: noted, for that person to see."""

from domain.intake.model.application import Application
from domain.intake.permissions import title_in
from domain.kernel.actor import Citizen
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork


def note_delegated_reading(work: UnitOfWork, citizen: Citizen, application: Application) -> None:
    """Note, once in a unit of work, that ``citizen`` reads ``application`` by delegation; nothing by another title."""
    title = title_in(citizen, application)
    if title is None or not title.is_delegated:
        return
    reading = Reading(
        person_id=application.beneficiary_id,
        ente_id=application.ente_id,
        subject=ReadingSubject.APPLICATION,
        subject_id=application.id,
        purpose=ReadingPurpose.DELEGATION,
    )
    if reading not in work.readings:
        work.note_reading(reading)
