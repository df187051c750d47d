"""What the registry knows of a person, by the names of the fields of the sheet."""

from typing import Any
from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import PersonCard, card_within

BIRTHPLACE = slice(11, 15)


async def known_of(work: UnitOfWork, operator: Operator, person_id: UUID) -> dict[str, Any]:
    """The known facts, what is not known left out. The caller notes the reading. Refuses NotFound."""
    return facts_in(await card_within(work, operator, person_id))


def facts_in(card: PersonCard) -> dict[str, Any]:
    """The facts of a card."""
    home = card.residence
    code = card.codice_fiscale
    found = {
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
    return {name: value for name, value in found.items() if value}
