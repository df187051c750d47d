"""A provisional code gives way to the codice fiscale: everywhere at once, and it still finds the person."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import LENGTH, CodiceFiscale, is_doubtful
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_person import index_person
from domain.registry.actions.merging.merge_people import Reason
from domain.registry.model.person import FormerCode, Person
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import AlreadyRegistered, NotProvisional
from domain.registry.rules.duplicates import is_provisional


class ReplaceCode(BaseModel):
    """Whose code, the definitive one, and where it was seen."""

    person_id: UUID
    codice_fiscale: CodiceFiscale
    reason: Reason


async def replace_code(work: UnitOfWork, operator: Operator, command: ReplaceCode) -> None:
    """From now on the person has the definitive code: cases, applications and letters show it, the old one finds them.

    Refuses NotFound, NotYourPerson, NotProvisional when the code is definitive already (none at all is replaced too),
    Invalid for a code that is provisional itself, and AlreadyRegistered: somebody has it, so the two are to be joined.
    """
    known = await person_on_record(work, operator, command.person_id)
    former = known.codice_fiscale
    if former is not None and not is_provisional(former):
        raise NotProvisional
    if len(command.codice_fiscale) != LENGTH:
        raise Invalid({"codice_fiscale": _("Anche questo codice è provvisorio. Scrivi quello definitivo.")})
    taken = select(Person.id).where(
        col(Person.ambito_id) == known.ambito_id, col(Person.codice_fiscale) == command.codice_fiscale
    )
    if (await work.session.exec(taken)).first() is not None:
        raise AlreadyRegistered
    if former is not None:
        work.session.add(
            FormerCode(
                ambito_id=known.ambito_id,
                ente_id=known.ente_id,
                person_id=known.id,
                code=former,
                reason=command.reason,
                replaced_by_id=operator.operator_id,
            )
        )
    known.take_codice_fiscale(command.codice_fiscale, is_doubtful=is_doubtful(command.codice_fiscale))
    await work.session.flush()  # a code that somebody hidden has must be refused here
    await index_person(work, known.id)
