"""An operator writes down somebody who stands at the desk and whom the registry does not have."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES, Role
from domain.platform import locks
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.refusals import AlreadyRegistered

Name = Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]


class RegisterCitizen(BaseModel):
    """Who, as the document says; the codice fiscale of who has one, the language in which we write."""

    given_name: Annotated[str, AfterValidator(str.strip), Field(max_length=100)] = ""
    family_name: Name
    codice_fiscale: Annotated[CodiceFiscale | None, BeforeValidator(lambda typed: typed or None)] = None
    born_on: date | None = None
    language: str = SOURCE.code


async def register_citizen(work: UnitOfWork, operator: Operator, command: RegisterCitizen) -> UUID:
    """Register the person in the operator's ente and give back the id.

    Refuses NotAllowed, and AlreadyRegistered also for somebody whom another comune of the ambito keeps.
    """
    if not operator.has(*DESK_ROLES, Role.THIRD_SECTOR):
        raise NotAllowed
    ambito_id = (operator.family or operator.enti)[0]  # the ambito comes first
    if command.codice_fiscale is not None:
        await locks.hold(work, "sign in", ambito_id, command.codice_fiscale)
        async with as_the_program(work, "register at the desk"):
            if await person_by_codice_fiscale(work, ambito_id, command.codice_fiscale) is not None:
                raise AlreadyRegistered
    registration = RegisterPerson(ambito_id=ambito_id, ente_id=operator.ente_id, **command.model_dump())
    return await register_person(work, operator, registration)
