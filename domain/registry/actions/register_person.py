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
from domain.registry.model.person import Person
from domain.registry.permissions import may_keep_records
from domain.registry.refusals import NotYourPerson


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

    The day of birth is read from the codice fiscale when it is not given. Refuses AlreadyRegistered, and NotYourPerson
    to citizens. Somebody under protection is registered by the program, or protected right after: an operator who is
    not named cannot see the row just written.
    """
    if not may_keep_records(actor):
        raise NotYourPerson
    facts = command.model_dump(exclude={"is_vouched_for"})
    facts["language"] = command.language if command.language in BY_CODE else SOURCE.code
    facts["born_on"] = command.born_on or (
        born_on_of(command.codice_fiscale, work.today) if command.codice_fiscale else None
    )
    facts["is_codice_fiscale_doubtful"] = is_doubtful(command.codice_fiscale)
    registered = Person(**facts)
    work.session.add(registered)
    await work.session.flush()  # a codice fiscale already known must be refused here
    return registered.id
