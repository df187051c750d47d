"""Somebody is written down by hand, since the civil registry does not answer or does not have them."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform import locks
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.civil.watch_person import WatchPerson, watch_person
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.queries.civil.known_codes import known_codes
from domain.registry.refusals import AlreadyRegistered
from domain.registry.terms.civil import WatchReason

NOTHING_TYPED = BeforeValidator(lambda typed: typed or None)


class RegisterUncheckedPerson(BaseModel):
    """Who, as the person says or a document shows."""

    family_name: Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]
    given_name: Annotated[str, AfterValidator(str.strip), Field(max_length=100)] = ""
    codice_fiscale: Annotated[CodiceFiscale | None, NOTHING_TYPED] = None
    born_on: date | None = None
    sex: Annotated[Literal["F", "M"] | None, NOTHING_TYPED] = None


async def register_unchecked_person(work: UnitOfWork, operator: Operator, command: RegisterUncheckedPerson) -> UUID:
    """Register the person in the operator's ente, marked as not checked, and give back the id.

    As soon as the civil registry answers, the night compares the two. Refuses NotAllowed, and AlreadyRegistered also
    for somebody whom another comune of the ambito keeps.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    ambito_id = (operator.family or operator.enti)[0]  # the ambito comes first
    if (code := command.codice_fiscale) is not None:
        await locks.hold(work, "sign in", ambito_id, code)  # nobody registers the same person at the same time
        async with as_the_program(work, "register by hand"):
            if code in await known_codes(work, ambito_id, [code]):
                raise AlreadyRegistered
    registration = RegisterPerson(ambito_id=ambito_id, ente_id=operator.ente_id, **command.model_dump())
    person_id = await register_person(work, operator, registration)
    watch = WatchPerson(person_id=person_id, reason=WatchReason.UNCHECKED, subject_id=person_id)
    await watch_person(work, operator, watch)
    return person_id
