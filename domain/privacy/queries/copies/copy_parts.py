"""The parts of a copy, each read as the person it is about: what is not theirs to see cannot get in."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.privacy.queries.copies.parts.applications import copied_applications
from domain.privacy.queries.copies.parts.appointments import copied_appointments
from domain.privacy.queries.copies.parts.documents import copied_documents
from domain.privacy.queries.copies.parts.facts import copied_facts
from domain.privacy.queries.copies.parts.households import copied_households
from domain.privacy.queries.copies.parts.letters import copied_letters
from domain.privacy.queries.copies.parts.messages import copied_messages
from domain.privacy.queries.copies.parts.person import copied_person
from domain.privacy.queries.copies.parts.plans import copied_plans
from domain.privacy.queries.copies.parts.readings import copied_readings
from domain.privacy.queries.copies.parts.rights import copied_rights

CopyPart = Callable[[UnitOfWork, Citizen, str], Awaitable[dict[str, Any]]]

COPY_PARTS: tuple[CopyPart, ...] = (
    copied_person,
    copied_facts,
    copied_households,
    copied_applications,
    copied_documents,
    copied_letters,
    copied_messages,
    copied_readings,
    copied_rights,
    copied_plans,
    copied_appointments,
)
"""In the order in which they are read; each by its own short transaction."""
