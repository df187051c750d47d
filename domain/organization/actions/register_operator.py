"""Somebody starts to work for an ente."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field

from domain.kernel.actor import Actor
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.email import Email
from domain.organization.model.operator import OperatorProfile
from domain.organization.queries.administered import administered_ente
from domain.platform.work import UnitOfWork


class RegisterOperator(BaseModel):
    """A new operator of ``ente_id``, who signs in with ``email``."""

    ente_id: UUID
    given_name: str = Field(min_length=1, max_length=100)
    family_name: str = Field(min_length=1, max_length=100)
    email: Email
    codice_fiscale: Annotated[CodiceFiscale | None, BeforeValidator(lambda typed: typed or None)] = None


async def register_operator(work: UnitOfWork, actor: Actor, command: RegisterOperator) -> UUID:
    """Register the operator, who can do nothing until a role is given; gives back the id.

    Refuses NotFound, NotAnAdministrator, EmailTaken.
    """
    await administered_ente(work, actor, command.ente_id)
    registered = OperatorProfile(**command.model_dump())
    work.session.add(registered)
    await work.session.flush()  # an e-mail already taken must be refused here
    return registered.id
