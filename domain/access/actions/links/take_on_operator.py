"""An administrator registers somebody who starts to work here, with a role, and invites them."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field

from domain.access.actions.links.invite_operator import invite_operator
from domain.kernel.actor import Actor
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.email import Email
from domain.kernel.refusals import Invalid
from domain.kernel.roles import Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.queries.offices import office
from domain.organization.queries.operators import operator_by_email
from domain.organization.refusals import EmailTaken
from domain.platform.work import UnitOfWork


class TakeOnOperator(BaseModel):
    """Who, and the first role: in which office, from when, until when."""

    given_name: str = Field(min_length=1, max_length=100)
    family_name: str = Field(min_length=1, max_length=100)
    email: Email
    codice_fiscale: Annotated[CodiceFiscale | None, BeforeValidator(lambda typed: typed or None)] = None
    office_id: UUID
    role: Role
    starts_on: date
    ends_on: date | None = None


async def take_on_operator(work: UnitOfWork, actor: Actor, command: TakeOnOperator) -> UUID:
    """Give back the operator's id. Refuses as register_operator and assign_role do; Invalid for an e-mail in use."""
    if await operator_by_email(work, command.email) is not None:
        raise Invalid({"email": EmailTaken.default})
    ente_id = (await office(work, command.office_id)).ente_id
    person = command.model_dump(include={"given_name", "family_name", "email", "codice_fiscale"})
    operator_id = await register_operator(work, actor, RegisterOperator(ente_id=ente_id, **person))
    held = command.model_dump(include={"office_id", "role", "starts_on", "ends_on"})
    await assign_role(work, actor, AssignRole(operator_id=operator_id, **held))
    await invite_operator(work, actor, operator_id)
    return operator_id
