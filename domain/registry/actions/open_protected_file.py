"""An operator who is not named opens the file of a protected person, in an emergency (the glass that is broken)."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.kernel.actor import Operator, System
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import CASE_ROLES
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.events import ProtectedFileOpened
from domain.registry.model.person import Person, ProtectedOpening

LIFE = timedelta(hours=4)


class OpenProtectedFile(BaseModel):
    """Whose file, by the code the operator knows already, and why it cannot wait. The reason is kept."""

    codice_fiscale: CodiceFiscale
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=1000)]


async def open_protected_file(work: UnitOfWork, operator: Operator, command: OpenProtectedFile) -> UUID:
    """The file is open to this operator for four hours, and the heads of the office are told. The opening's id.

    Refuses NotAllowed without a role for cases; NotFound where no protected person has this code, which is noted too:
    who asks must not learn whether somebody is known.
    """
    if not operator.has(*CASE_ROLES):
        raise NotAllowed
    async with unit_of_work(System("open protected file", operator.enti), bind=work.bind) as program:
        wanted = select(Person).where(
            col(Person.codice_fiscale) == command.codice_fiscale,
            col(Person.is_protected),
        )
        found = (await program.session.exec(wanted)).one_or_none()
        if found is not None and found.same_as_id is not None:  # the code of a record that was joined to another one
            found = await program.session.get(Person, found.same_as_id)
        if found is not None:
            return await _open(program, operator, command, found)
    work.note_reading(_attempt(operator))
    raise NotFound


async def _open(work: UnitOfWork, operator: Operator, command: OpenProtectedFile, found: Person) -> UUID:
    opening = ProtectedOpening(
        id=uuid4(),
        ente_id=found.ente_id,
        person_id=found.id,
        operator_id=operator.operator_id,
        office_id=operator.office_id,
        reason=command.reason,
        created_at=work.now,
        expires_at=work.now + LIFE,
    )
    work.session.add(opening)
    await work.record(
        ProtectedFileOpened(
            ente_id=found.ente_id, opening_id=opening.id, person_id=found.id, operator_id=operator.operator_id
        )
    )
    return opening.id


def _attempt(operator: Operator) -> Reading:
    return Reading(
        person_id=None,
        ente_id=operator.ente_id,
        subject=ReadingSubject.PERSON_CARD.value,
        subject_id=None,
        purpose=ReadingPurpose.EMERGENCY.value,
        is_granted=False,
    )
