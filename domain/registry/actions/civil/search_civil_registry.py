"""An operator looks for somebody in the civil registry."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from domain.kernel.actor import Operator, System
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import Bind, unit_of_work
from domain.registry.actions.civil.ask_civil_registry import AskCivilRegistry, Told, ask_civil_registry
from domain.registry.queries.civil.known_codes import known_codes
from domain.registry.queries.names import names
from domain.registry.rules.civil.record import CivilRecord

MOST = 20
Word = Annotated[str, AfterValidator(str.strip), Field(max_length=100)]


class SearchCivilRegistry(BaseModel):
    """By codice fiscale, or by surname, name and day of birth; always for a practice, whose number is kept."""

    practice: Annotated[str, AfterValidator(str.strip), Field(min_length=3, max_length=100)]
    codice_fiscale: Annotated[CodiceFiscale | None, BeforeValidator(lambda typed: typed or None)] = None
    family_name: Word = ""
    given_name: Word = ""
    born_on: date | None = None

    @model_validator(mode="after")
    def _is_enough(self) -> Self:
        if self.codice_fiscale is None and not (self.family_name and self.given_name and self.born_on):
            raise ValueError("not_enough")
        return self


@dataclass(frozen=True)
class FoundInRegistry:
    """Somebody the registry has; ``person_id`` when they are in ours and the operator may know of them."""

    record: CivilRecord = field(repr=False)
    person_id: UUID | None


async def search_civil_registry(
    operator: Operator, command: SearchCivilRegistry, *, bind: Bind | None = None
) -> list[FoundInRegistry]:
    """Who answers, at most twenty. Refuses NotAllowed without a desk role, and RegistryUnavailable.

    People of ours under protection are not found by who may not know of them: their address is theirs to keep.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    asked = AskCivilRegistry(
        ente_id=operator.ente_id,
        practice=command.practice,
        codice_fiscale=command.codice_fiscale or "",
        given_name=command.given_name,
        family_name=command.family_name,
        born_on=command.born_on,
    )
    told = await ask_civil_registry(operator, asked, bind=bind)
    return await _shown(operator, told, bind)


async def _shown(operator: Operator, told: Told, bind: Bind | None) -> list[FoundInRegistry]:
    ambito_id = (operator.family or operator.enti)[0]  # the ambito comes first
    async with unit_of_work(System("find in the civil registry"), read_only=True, bind=bind) as work:
        known = await known_codes(work, ambito_id, [one.codice_fiscale for one in told.people])
    async with unit_of_work(operator, read_only=True, bind=bind) as work:
        visible = await names(work, [one.person_id for one in known.values()])
    found = []
    for record in told.people[:MOST]:
        ours = known.get(record.codice_fiscale)
        if ours is not None and ours.is_protected and ours.person_id not in visible:
            continue
        found.append(FoundInRegistry(record, ours.person_id if ours and ours.person_id in visible else None))
    return found
