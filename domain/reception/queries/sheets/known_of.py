"""What the registry knows of a person, by the names of the fields of the sheet."""

from typing import Any
from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.queries.person_card import PersonCard, card_within
from domain.registry.terms import FactKind

BIRTHPLACE = slice(11, 15)


async def known_of(work: UnitOfWork, operator: Operator, person_id: UUID) -> dict[str, Any]:
    """The known facts, what is not known left out. The caller notes the reading. Refuses NotFound."""
    return await facts_known(work, operator, await card_within(work, operator, person_id))


async def facts_known(work: UnitOfWork, operator: Operator, card: PersonCard) -> dict[str, Any]:
    """The same, for who has the card already."""
    home, code = card.residence, card.codice_fiscale
    found: dict[str, Any] = {
        "given_name": card.given_name,
        "family_name": card.family_name or card.alias,
        "alias": card.alias,
        "codice_fiscale": code,
        "sex": card.sex,
        "born_on": card.born_on,
        "birthplace": code[BIRTHPLACE] if code else None,
        "citizenship": card.citizenship,
        "phone": card.phone,
        "email": card.email,
        "street": home.street if home else None,
        "city": home.city if home else None,
        "is_without_fixed_abode": home.is_without_fixed_abode if home else None,
    }
    for fact in await facts_of(work, operator, card.id):
        if fact.kind is FactKind.CIVIL_STATUS:
            found["civil_status"] = fact.value.model_dump()["status"]
        if fact.kind is FactKind.IDENTITY:
            found["birthplace"] = found["birthplace"] or fact.value.model_dump()["birthplace_code"]
    return {name: value for name, value in found.items() if value}
