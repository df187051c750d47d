"""An operator writes down who a judge has appointed for a person, with the decree as a file."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.access.refusals import UnknownPerson
from domain.access.rules.delegation_periods import is_same_surname
from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.terms import DocumentKind, FilingSource
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform.language import say
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.queries.person_card import card_within, person_card
from domain.registry.terms import GuardianshipKind

Name = Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]


class RecordTitle(BaseModel):
    """For whom (``person_id``), who was appointed (codice fiscale and surname), the decree, from when to when."""

    person_id: UUID
    guardian_codice_fiscale: CodiceFiscale
    guardian_family_name: Name
    kind: GuardianshipKind
    decree: str = Field(default="", max_length=300)
    decree_on: date | None = None
    court: str | None = Field(default=None, max_length=200)
    scope: str | None = Field(default=None, max_length=2000)
    starts_on: date
    ends_on: date | None = None
    content: bytes | None = None
    file_name: str = ""


async def record_title(work: UnitOfWork, operator: Operator, command: RecordTitle) -> UUID:
    """The title, verified: the operator has seen the decree. Gives back its id.

    The guardian may live anywhere in the ambito. Refuses NotFound for a person out of reach, NotAllowed without the
    role, UnknownPerson when code and surname name nobody we know, GuardianOfOneself, PeriodReversed, Invalid (file).
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    represented = await person_card(work, operator, command.person_id)
    async with as_the_program(work, "record title") as system:
        appointed = await _guardian(work, operator, command)
        document_id = await _decree(work, represented.ente_id, command) if command.content else None
        facts = command.model_dump(exclude={"guardian_codice_fiscale", "guardian_family_name", "content", "file_name"})
        title = AppointGuardian(
            guardian_id=appointed,
            is_verified=True,
            document_id=document_id,
            checked_by_id=operator.operator_id,
            **facts,
        )
        return await appoint_guardian(work, system, title)


async def _guardian(work: UnitOfWork, operator: Operator, command: RecordTitle) -> UUID:
    ambito_id = (operator.family or operator.enti)[0]  # the ambito comes first
    known = await person_by_codice_fiscale(work, ambito_id, command.guardian_codice_fiscale)
    card = await card_within(work, work.actor, known.id) if known else None
    if card is None or not is_same_surname(card.family_name, command.guardian_family_name):
        raise UnknownPerson
    return card.id


async def _decree(work: UnitOfWork, ente_id: UUID, command: RecordTitle) -> UUID:
    decree = AttachDocument(
        ente_id=ente_id,
        person_id=command.person_id,
        kind=DocumentKind.DECREE,
        title=say(DocumentKind.DECREE.label, SOURCE.code),
        file_name=command.file_name,
        content=command.content or b"",
        comes_as=FilingSource.TITLE,
    )
    return (await attach_document(work, work.actor, decree)).id
