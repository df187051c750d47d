"""A whole contact sheet as it was written, before anything is looked up."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.reception.rules.parts import Long, ReferenceContact, Reporter, Short, TypedNeed, TypedRequest
from domain.reception.terms.desks import Section
from domain.reception.terms.passing_on import ConsentKind, NoticeWay
from domain.reception.terms.sheets import Outcome

MOST_REFERENCES, MOST_PARTS = 3, 30


class WrittenSheet(BaseModel):
    """Everything on the page. ``told`` is what was typed about the person; sections are keyed by their name."""

    sheet_id: UUID
    seen_version: int | None = None
    person_id: UUID | None = None
    is_anonymous: bool = False
    contact_on: date
    desk_point: Short = ""
    channel: Short | None = None
    interlocutor: Short | None = None
    interlocutor_office: Short = ""
    reasons: tuple[Short, ...] = ()
    reason_words: Long = ""
    accompanied_by: Short = ""
    is_person_present: bool | None = None
    is_person_informed: bool | None = None
    told: dict[str, str] = {}
    reporter: Reporter = Reporter()
    reference_contacts: tuple[ReferenceContact, ...] = Field(default=(), max_length=MOST_REFERENCES)
    needs: tuple[TypedNeed, ...] = Field(default=(), max_length=MOST_PARTS)
    requests: tuple[TypedRequest, ...] = Field(default=(), max_length=MOST_PARTS)
    sections: dict[Section, dict[str, str]] = {}
    orientation: Long = ""
    outcome: Outcome | None = None
    categories: tuple[Short, ...] = ()
    closing_note: Long = ""
    notice_way: NoticeWay | None = None
    consents: tuple[ConsentKind, ...] = ()
