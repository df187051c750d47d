"""That an operator was shown whose an appointment is."""

from uuid import UUID

from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork


def note_shown(
    work: UnitOfWork,
    appointment_id: UUID,
    *,
    ente_id: UUID,
    person_id: UUID,
    purpose: ReadingPurpose = ReadingPurpose.DESK_HELP,
) -> None:
    """Note it for the person, who finds it among the readings of their file. For every list that names people."""
    work.note_reading(
        Reading(
            person_id=person_id,
            ente_id=ente_id,
            subject=ReadingSubject.APPOINTMENT.value,
            subject_id=appointment_id,
            purpose=purpose.value,
        )
    )
