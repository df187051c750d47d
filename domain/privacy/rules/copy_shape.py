"""The shape of a copy of one's data: what the JSON file holds. Version 1, described in docs/personal-copy.md.

Fields are added within a version; none changes its meaning or goes away without a new number.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from domain.privacy.rules.copied.application import CopiedApplication
from domain.privacy.rules.copied.appointment import CopiedAppointment, CopiedInvitation
from domain.privacy.rules.copied.part import Part
from domain.privacy.rules.copied.plan import CopiedCarePlan

FORMAT = "sportello-sociale/personal-copy"


class CopiedField(Part):
    """A field by its name, in the words of the reader's language, and what it says; ``text`` where it is a code."""

    name: str
    label: str
    value: Any
    text: str | None = None


class CopiedPerson(Part):
    """Who the copy is about, as known today."""

    id: UUID
    full_name: str
    given_name: str
    family_name: str
    codice_fiscale: str | None
    born_on: date | None
    sex: str | None
    citizenship: str | None
    language: str


class CopiedFact(Part):
    """A thing known: its days (``ends_on`` included), from whom it is, and since when it was believed."""

    id: UUID
    kind: str
    label: str
    fields: tuple[CopiedField, ...]
    starts_on: date | None
    ends_on: date | None
    source: str
    source_label: str
    known_from: datetime
    known_to: datetime | None


class CopiedHousehold(Part):
    """A household, and what the person is in it; who else is in it is theirs to know."""

    source: str
    kinship: str
    kinship_label: str
    starts_on: date | None
    ends_before: date | None


class CopiedIsee(Part):
    """An ISEE in euros, with the number and the day of its declaration (DSU); ``known_to`` null while we believe it."""

    kind: str
    kind_label: str
    amount: Decimal
    dsu_number: str
    declared_on: date | None
    starts_on: date | None
    ends_before: date | None
    omissions: str | None
    source: str
    source_label: str
    known_from: datetime
    known_to: datetime | None


class CopiedDocument(Part):
    """A document that is kept; the file itself is in the personal area."""

    id: UUID
    kind: str
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    kept_at: datetime


class CopiedLetter(Part):
    """A letter to the person."""

    id: UUID
    language: str
    subject: str
    paragraphs: tuple[str, ...]
    written_at: datetime
    sent_at: datetime | None


class CopiedMessage(Part):
    """What the person, who acts for the person, or an office wrote about a matter (an application, or a case)."""

    id: UUID
    about: str
    subject_id: UUID
    by: Literal["office", "person"]
    author: str
    text: str
    sent_at: datetime


class CopiedReading(Part):
    """Who has read the file; operators have no name here, as on the site."""

    at: datetime
    office: str
    ente: str
    by: Literal["office", "delegate", "representative"]
    name: str
    what: str
    why: str
    is_emergency: bool


class CopiedDelegation(Part):
    """A delegation given or received."""

    id: UUID
    is_given: bool
    delegator: str
    delegate: str
    scope: str
    starts_on: date | None
    ends_on: date
    status: str
    status_label: str


class CopiedTitle(Part):
    """A title by which the person acts for somebody."""

    id: UUID
    kind: str
    label: str
    status: str
    starts_on: date | None
    ends_on: date | None


class Holder(Part):
    """The ente that answers for the data."""

    name: str
    address: str
    email: str
    pec: str


class CopyShape(Part):
    """The whole copy."""

    format: Literal["sportello-sociale/personal-copy"] = FORMAT
    version: Literal[1] = 1
    copy_id: UUID
    made_at: datetime
    language: str
    holder: Holder
    person: CopiedPerson
    facts: tuple[CopiedFact, ...]
    households: tuple[CopiedHousehold, ...]
    isee: tuple[CopiedIsee, ...]
    applications: tuple[CopiedApplication, ...]
    documents: tuple[CopiedDocument, ...]
    letters: tuple[CopiedLetter, ...]
    messages: tuple[CopiedMessage, ...]
    readings: tuple[CopiedReading, ...]
    delegations: tuple[CopiedDelegation, ...]
    titles: tuple[CopiedTitle, ...]
    care_plans: tuple[CopiedCarePlan, ...] = ()
    appointments: tuple[CopiedAppointment, ...] = ()
    booking_invitations: tuple[CopiedInvitation, ...] = ()
    left_out: tuple[str, ...]
