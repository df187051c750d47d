"""An operator of a CAF or a patronato writes down the mandate that a person has signed on paper."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.access.events import DelegationGranted
from domain.access.model.delegation import Delegation
from domain.access.permissions import may_record_mandates
from domain.access.queries.delegation_period import delegation_period_problems
from domain.access.refusals import UnknownPerson
from domain.access.rules.delegation_periods import is_same_surname
from domain.access.terms import DelegationScope, DelegationStatus
from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.terms import DocumentKind, FilingSource
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.organization.queries.enti import EnteRow, ente
from domain.platform.language import say
from domain.platform.tables import days
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.queries.person_card import PersonCard, card_within

Word = Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]


class RecordMandate(BaseModel):
    """Who signed it, as their document says; number and day of the mandate, its period, the signed paper itself.

    ``is_identified``: the operator has seen the person's document.
    """

    codice_fiscale: CodiceFiscale
    family_name: Word
    born_on: date
    is_identified: bool = False
    mandate_number: Word
    mandate_on: date
    scope: DelegationScope = DelegationScope.ALL
    service_id: UUID | None = None
    starts_on: date
    ends_on: date
    content: bytes
    file_name: str = ""


async def record_mandate(work: UnitOfWork, operator: Operator, command: RecordMandate) -> UUID:
    """Write the mandate down, in force at once; the person is told and can take it back.

    Refuses NotAllowed, Invalid by field, and UnknownPerson: whether code, surname or birthday are wrong, or nobody is
    known by them, is never said.
    """
    body = await ente(work, operator.ente_id)
    if not may_record_mandates(operator) or not body.is_taking_mandates:
        raise NotAllowed
    if not command.is_identified:
        raise Invalid({"is_identified": _("Prima di scrivere il mandato, controlla il documento della persona.")})
    if command.mandate_on > work.today:
        raise Invalid({"mandate_on": _("Il mandato non può avere una data futura.")})
    if command.scope is DelegationScope.APPLICATION or (command.scope is DelegationScope.SERVICE) != bool(
        command.service_id
    ):
        raise Invalid({"service_id": _("Scegli una delle risposte.")})
    async with as_the_program(work, "record mandate"):
        signer = await _signer(work, body, command)
        if problems := await delegation_period_problems(work, signer.ente_id, command.starts_on, command.ends_on):
            raise Invalid(problems)
        mandate = _mandate(work, operator, body, signer, command)
        mandate.document_id = await _paper(work, signer, command)
        work.session.add(mandate)
        await work.record(DelegationGranted(ente_id=mandate.ente_id, delegation_id=mandate.id))
    return mandate.id


async def _signer(work: UnitOfWork, body: EnteRow, command: RecordMandate) -> PersonCard:
    known = await person_by_codice_fiscale(work, body.ambito_id or body.id, command.codice_fiscale)
    card = await card_within(work, work.actor, known.id) if known else None
    if card is None or card.born_on != command.born_on or not is_same_surname(card.family_name, command.family_name):
        raise UnknownPerson
    return card


async def _paper(work: UnitOfWork, signer: PersonCard, command: RecordMandate) -> UUID:
    paper = AttachDocument(
        ente_id=signer.ente_id,
        person_id=signer.id,
        kind=DocumentKind.OTHER,
        title=say(_("Mandato firmato"), SOURCE.code),
        file_name=command.file_name,
        content=command.content,
        comes_as=FilingSource.TITLE,
    )
    return (await attach_document(work, work.actor, paper)).id


def _mandate(
    work: UnitOfWork, operator: Operator, body: EnteRow, signer: PersonCard, command: RecordMandate
) -> Delegation:
    return Delegation(
        ente_id=signer.ente_id,
        delegator_id=signer.id,
        delegator_name=signer.full_name,
        delegate_ente_id=body.id,
        delegate_name=body.name,
        scope=command.scope,
        service_id=command.service_id,
        held_during=days(command.starts_on, command.ends_on),
        status=DelegationStatus.ACCEPTED,
        answered_at=work.now,
        mandate_number=command.mandate_number,
        mandate_on=command.mandate_on,
        recorded_by_id=operator.operator_id,
        created_at=work.now,
    )
