"""How two people of the demonstration are safely reached: one chose it, one needs it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.commands.stories.life import Bind, citizen_called
from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.queries.contact_profiles import contact_profile
from domain.correspondence.terms import ContactWay
from domain.platform.work import unit_of_work

WORKING_DAYS = frozenset(range(5))


@dataclass(frozen=True)
class DemoContact:
    """What ``name`` has chosen."""

    name: str
    chosen: dict[str, Any]


CONTACTS = (
    DemoContact("Maria Rosa Fontanelli", {"is_phone_shared": True}),
    DemoContact(
        "Oksana Melnyk",
        {
            "days": WORKING_DAYS,
            "starts": 9 * 60,
            "ends": 12 * 60 + 30,
            "never": frozenset({ContactWay.CALL, ContactWay.POST}),
            "is_mail_shared": True,
            "is_hidden": True,
        },
    ),
)


async def choose_contacts(ambito_id: UUID, bind: Bind) -> None:
    """Each says it once."""
    for one in CONTACTS:
        citizen = await citizen_called(one.name, ambito_id, bind)
        async with unit_of_work(citizen, bind=bind) as work:
            if (await contact_profile(work, citizen, citizen.person_id)).set_at is None:
                chosen = SetContactProfile(person_id=citizen.person_id, **one.chosen)
                await set_contact_profile(work, citizen, chosen)
