"""A citizen lets somebody act for them: a person, or a body such as a CAF or a patronato."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator
from sqlmodel import col, select

from domain.access.events import DelegationGranted
from domain.access.model.delegation import Delegation
from domain.access.queries.delegation_period import delegation_period_problems
from domain.access.refusals import TooManyDelegations
from domain.access.rules.delegation_periods import plain
from domain.access.terms import DelegationScope, DelegationStatus
from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.terms import DocumentKind, FilingSource
from domain.kernel.actor import Citizen
from domain.kernel.codice_fiscale import check
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.organization.queries.enti import ente
from domain.platform import locks
from domain.platform.language import say
from domain.platform.tables import days
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import PersonCard, card_within

MOST_OPEN = 20
OPEN = (DelegationStatus.OFFERED, DelegationStatus.ACCEPTED)


class GrantDelegation(BaseModel):
    """To whom (codice fiscale and surname, or a body), for what, from when to when; ``content`` is an optional proof.

    ``service_id`` and ``application_id`` go with their scope only.
    """

    delegate_codice_fiscale: Annotated[
        str | None, BeforeValidator(lambda typed: typed or None), AfterValidator(lambda code: code and check(code))
    ] = None
    delegate_family_name: Annotated[str, AfterValidator(str.strip), Field(max_length=100)] = ""
    delegate_ente_id: UUID | None = None
    scope: DelegationScope
    service_id: UUID | None = None
    application_id: UUID | None = None
    starts_on: date
    ends_on: date
    content: bytes | None = None
    file_name: str = ""

    @model_validator(mode="after")
    def _scope_is_named(self) -> Self:
        self.service_id = self.service_id if self.scope is DelegationScope.SERVICE else None
        self.application_id = self.application_id if self.scope is DelegationScope.APPLICATION else None
        return self

    @staticmethod
    def missing(codice_fiscale: str | None, family_name: str) -> dict[str, Text]:
        """What must still be said of the person who receives it, by field."""
        problems: dict[str, Text] = {}
        if not codice_fiscale:
            problems["delegate_codice_fiscale"] = _("Questa risposta serve.")
        if not plain(family_name):
            problems["delegate_family_name"] = _("Questa risposta serve.")
        return problems


async def grant_delegation(work: UnitOfWork, citizen: Citizen, command: GrantDelegation) -> UUID:
    """Offer the delegation and give back its id; the same offer twice is there once.

    Whether the delegate is known to us makes no difference. Refuses Invalid (by field), TooManyDelegations.
    """
    me = await card_within(work, citizen, citizen.person_id)
    if problems := await _problems(work, me, command):
        raise Invalid(problems)
    await locks.hold(work, "grant delegation", citizen.person_id)
    open_ones = await _open_ones(work, citizen)
    same = next((one for one in open_ones if _is_same(one, command)), None)
    if same is not None:
        return same.id
    if len(open_ones) >= MOST_OPEN:
        raise TooManyDelegations
    granted = await _delegation(work, me, command)
    work.session.add(granted)
    if command.content:
        proof = AttachDocument(
            ente_id=me.ente_id,
            person_id=me.id,
            kind=DocumentKind.OTHER,
            title=say(_("Delega"), SOURCE.code),
            file_name=command.file_name,
            content=command.content,
            comes_as=FilingSource.TITLE,
        )
        granted.document_id = (await attach_document(work, citizen, proof)).id
    await work.record(DelegationGranted(ente_id=granted.ente_id, delegation_id=granted.id))
    return granted.id


async def _problems(work: UnitOfWork, me: PersonCard, command: GrantDelegation) -> dict[str, Text]:
    problems: dict[str, Text] = {}
    if command.delegate_ente_id is None:
        problems = GrantDelegation.missing(command.delegate_codice_fiscale, command.delegate_family_name)
        if command.delegate_codice_fiscale and command.delegate_codice_fiscale == me.codice_fiscale:
            problems["delegate_codice_fiscale"] = _("Questo è il tuo codice fiscale. Scrivi quello dell'altra persona.")
    elif not await _takes_mandates(work, command.delegate_ente_id):
        problems["delegate_ente_id"] = _("Scegli una delle risposte.")
    if command.scope is DelegationScope.SERVICE and command.service_id is None:
        problems["service_id"] = _("Scegli una delle risposte.")
    if command.scope is DelegationScope.APPLICATION and command.application_id is None:
        problems["application_id"] = _("Scegli una delle risposte.")
    return problems | await delegation_period_problems(work, me.ente_id, command.starts_on, command.ends_on)


async def _takes_mandates(work: UnitOfWork, ente_id: UUID) -> bool:
    try:
        return (await ente(work, ente_id)).is_taking_mandates
    except NotFound:
        return False


async def _open_ones(work: UnitOfWork, citizen: Citizen) -> list[Delegation]:
    wanted = select(Delegation).where(
        col(Delegation.delegator_id) == citizen.person_id, col(Delegation.status).in_(OPEN)
    )
    return [one for one in (await work.session.exec(wanted)).all() if one.status_on(work.today) in OPEN]


def _is_same(one: Delegation, command: GrantDelegation) -> bool:
    return (
        one.delegate_ente_id == command.delegate_ente_id
        and one.delegate_codice_fiscale == _code(command)
        and plain(one.delegate_family_name) == _surname(command)
        and (one.scope, one.service_id, one.application_id)
        == (command.scope, command.service_id, command.application_id)
        and one.held_during.lower == command.starts_on
        and one.status is DelegationStatus.OFFERED
    )


def _code(command: GrantDelegation) -> str:
    return "" if command.delegate_ente_id else command.delegate_codice_fiscale or ""


def _surname(command: GrantDelegation) -> str:
    return "" if command.delegate_ente_id else plain(command.delegate_family_name)


async def _delegation(work: UnitOfWork, me: PersonCard, command: GrantDelegation) -> Delegation:
    body = await ente(work, command.delegate_ente_id) if command.delegate_ente_id else None
    return Delegation(
        ente_id=me.ente_id,
        delegator_id=me.id,
        delegator_name=me.full_name,
        delegate_ente_id=command.delegate_ente_id,
        delegate_codice_fiscale=_code(command),
        delegate_family_name="" if body else command.delegate_family_name,
        delegate_name=body.name if body else command.delegate_family_name,
        scope=command.scope,
        service_id=command.service_id,
        application_id=command.application_id,
        held_during=days(command.starts_on, command.ends_on),
        created_at=work.now,
    )
