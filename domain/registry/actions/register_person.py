"""Somebody becomes known to the ambito."""

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from domain.kernel.actor import Actor
from domain.kernel.codice_fiscale import born_on as born_on_of
from domain.kernel.codice_fiscale import check, check_form, is_doubtful
from domain.kernel.languages import BY_CODE, SOURCE
from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_person import index_person
from domain.registry.model.fact import Fact
from domain.registry.model.known import Origin
from domain.registry.model.person import Person
from domain.registry.permissions import may_keep_records
from domain.registry.refusals import NotYourPerson
from domain.registry.rules.facts.identity import Alias, Citizenship, Identity
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource


class RegisterPerson(BaseModel):
    """A person; surname or alias is needed. ``ente_id`` is the ente that keeps the record: the comune of residence.

    Somebody whom an identity provider vouches for may have a codice fiscale with a wrong check letter: it is kept,
    marked as doubtful.
    """

    ambito_id: UUID
    ente_id: UUID
    is_vouched_for: bool = False
    codice_fiscale: Annotated[str | None, BeforeValidator(lambda typed: typed or None)] = None
    given_name: str = Field(default="", max_length=100)
    family_name: str = Field(default="", max_length=100)
    alias: str = Field(default="", max_length=100)
    born_on: date | None = None
    birthplace_code: str | None = None
    sex: Literal["F", "M"] | None = None
    citizenship: str | None = Field(default=None, max_length=2)
    language: str = SOURCE.code
    is_protected: bool = False
    source: FactSource = FactSource.PERSON

    @field_validator("codice_fiscale")
    @classmethod
    def _is_right(cls, code: str | None, info: ValidationInfo) -> str | None:
        if code is None:
            return None
        return check_form(code) if info.data["is_vouched_for"] else check(code)

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.family_name.strip() or self.alias.strip()):
            raise ValueError("name_missing")
        return self


async def register_person(work: UnitOfWork, actor: Actor, command: RegisterPerson) -> UUID:
    """Register the person and give back the id; a language we do not speak counts as Italian.

    Other records that may be of the same person are looked for afterwards. The day of birth is read from the codice
    fiscale when it is not given. Refuses AlreadyRegistered, and NotYourPerson to citizens. Somebody under protection is
    registered by the program, or protected right after: an operator who is not named cannot see the row just written.
    """
    if not may_keep_records(actor):
        raise NotYourPerson
    born_on = command.born_on or (born_on_of(command.codice_fiscale, work.today) if command.codice_fiscale else None)
    registered = Person(
        **command.model_dump(exclude={"is_vouched_for", "source", "born_on", "language"}),
        born_on=born_on,
        language=command.language if command.language in BY_CODE else SOURCE.code,
        is_codice_fiscale_doubtful=is_doubtful(command.codice_fiscale),
    )
    work.session.add(registered)
    await work.session.flush()  # a codice fiscale already known must be refused here
    origin = Origin.of(actor, command.source)
    values = _first_values(registered)
    work.session.add_all(Fact.of(registered, value, Stretch(), work.now, origin) for value in values)
    await index_person(work, registered.id)
    await work.defer("find_duplicates_of", str(registered.id))
    return registered.id


def _first_values(registered: Person) -> list[FactValue]:
    """What was told at the beginning."""
    identity = {
        "given_name": registered.given_name,
        "family_name": registered.family_name,
        "sex": registered.sex or "",
        "born_on": registered.born_on,
        "birthplace_code": registered.birthplace_code or "",
    }
    values: list[FactValue] = [Identity.model_validate(identity)]
    if registered.alias:
        values.append(Alias(name=registered.alias))
    if registered.citizenship:
        values.append(Citizenship(country=registered.citizenship))
    return values
