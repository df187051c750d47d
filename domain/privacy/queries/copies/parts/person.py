"""Who the copy is about."""

from typing import Any

from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_shape import CopiedPerson
from domain.registry.queries.person_card import card_within


async def copied_person(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """Names, numbers and days as they are known today."""
    card = await card_within(work, citizen, citizen.person_id)
    names = ("id", "full_name", "given_name", "family_name", "codice_fiscale", "born_on", "sex", "citizenship")
    known = {name: getattr(card, name) for name in names}
    return {"person": CopiedPerson(**known, language=card.language)}
