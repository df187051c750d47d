"""How somebody is reached: for the page on which it is set, and for every message."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.model.contact_profile import ContactProfile
from domain.correspondence.permissions import may_set_contact
from domain.correspondence.refusals import NotYoursToReach
from domain.correspondence.rules.safe_contact import SafeContact, joined
from domain.correspondence.rules.when_to_send import as_hour
from domain.kernel.actor import Actor
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

__all__ = ["ContactProfileRow", "SafeContact", "as_hour", "contact_profile", "contact_profiles_now", "safe_contact_of"]


@dataclass(frozen=True)
class ContactProfileRow:
    """What holds now, with why, since when and who has set it; ``set_by`` is empty when the person has."""

    safe: SafeContact
    why: str
    set_by: str
    set_at: datetime | None


async def contact_profile(work: UnitOfWork, actor: Actor, person_id: UUID) -> ContactProfileRow:
    """What holds now for ``person_id``. Refuses NotYoursToReach to who only acts for the person."""
    if not may_set_contact(actor, person_id):
        raise NotYoursToReach
    found = (await names(work, [person_id])).get(person_id)
    kept = await contact_profiles_now(work, found.record_id or person_id if found else person_id)
    if not kept:
        return ContactProfileRow(SafeContact(), "", "", None)
    last = kept[-1]
    called = await operator_names(work, [last.set_by_id]) if last.set_by_id else {}
    why = " · ".join(dict.fromkeys(one.why for one in kept if one.why))
    return ContactProfileRow(
        joined([one.as_rule for one in kept]),
        why,
        called.get(last.set_by_id, "") if last.set_by_id else "",
        last.created_at,
    )


async def safe_contact_of(work: UnitOfWork, person_id: UUID) -> SafeContact:
    """What every message to the person obeys. For the program; one question."""
    return joined([one.as_rule for one in await contact_profiles_now(work, person_id)])


async def contact_profiles_now(work: UnitOfWork, person_id: UUID) -> list[ContactProfile]:
    """The versions that hold, the latest last: more than one only after two records were joined."""
    wanted = select(ContactProfile).where(
        col(ContactProfile.person_id) == person_id, col(ContactProfile.ended_at).is_(None)
    )
    ordered = wanted.order_by(col(ContactProfile.created_at), col(ContactProfile.id))
    return list((await work.session.exec(ordered)).all())
