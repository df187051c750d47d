"""An ente says which rooms, operators and interpreters its appointments may take."""

from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.scheduling.model.resource import Resource
from domain.scheduling.queries.agendas.kept import check_keeps, kept_resource
from domain.scheduling.terms import Manner, ResourceKind

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]


class SetResource(BaseModel):
    """All of it, as it is from now on; without ``resource_id`` a new one. Without ``office_id`` every office has it.

    ``manners`` are how an interpreter helps: also by phone or video when people meet in person. ``hourly_cost`` is in
    euro.
    """

    resource_id: UUID | None = None
    ente_id: UUID
    office_id: UUID | None = None
    kind: ResourceKind
    name: Name
    operator_id: UUID | None = None
    languages: tuple[str, ...] = ()
    gender: Literal["", "female", "male", "other"] = ""
    manners: tuple[Manner, ...] = tuple(Manner)
    is_step_free: bool = False
    hourly_cost: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=2)
    is_offered: bool = True

    @model_validator(mode="after")
    def _is_somebody(self) -> "SetResource":
        if (self.kind is ResourceKind.OPERATOR) != (self.operator_id is not None):
            raise ValueError("operator")
        return self


async def set_resource(work: UnitOfWork, actor: Actor, command: SetResource) -> UUID:
    """The resource. Refuses NotFound, NotYourAgenda, NameTaken."""
    facts: dict[str, Any] = command.model_dump(exclude={"resource_id", "ente_id", "languages", "manners"}) | {
        "languages": list(command.languages),
        "manners": [manner.value for manner in command.manners],
    }
    if command.resource_id:
        resource = await kept_resource(work, actor, command.resource_id)
        check_keeps(actor, resource.ente_id, command.office_id)
        for name, value in facts.items():
            setattr(resource, name, value)
        return resource.id
    check_keeps(actor, command.ente_id, command.office_id)
    resource = Resource(ente_id=command.ente_id, **facts)
    work.session.add(resource)
    return resource.id
