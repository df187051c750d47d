"""Whom a delegation joins: for the letters that tell both."""

from dataclasses import dataclass
from uuid import UUID

from domain.access.queries.delegations import delegation_for
from domain.access.rules.delegation_periods import is_same_surname
from domain.access.terms import DelegationStatus
from domain.kernel.actor import System
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.queries.person_card import card_within


@dataclass(frozen=True)
class DelegationParties:
    """The two sides; ``delegate_id`` is None for a body, and for who is not known to us."""

    ente_id: UUID
    delegator_id: UUID
    delegator_name: str
    delegate_id: UUID | None
    delegate_name: str
    status: DelegationStatus


async def delegation_parties(work: UnitOfWork, system: System, delegation_id: UUID) -> DelegationParties:
    """The sides of a delegation. Somebody offered it counts as known by code and surname together. Refuses NotFound."""
    found = await delegation_for(work, system, delegation_id)
    delegate_id = found.delegate_id
    if delegate_id is None and found.delegate_codice_fiscale:
        home = await ente(work, found.ente_id)
        known = await person_by_codice_fiscale(work, home.ambito_id or home.id, found.delegate_codice_fiscale)
        card = await card_within(work, system, known.id) if known else None
        if card is not None and is_same_surname(card.family_name, found.delegate_family_name):
            delegate_id = card.id
    return DelegationParties(
        ente_id=found.ente_id,
        delegator_id=found.delegator_id,
        delegator_name=found.delegator_name,
        delegate_id=delegate_id,
        delegate_name=found.delegate_name,
        status=found.status,
    )
