"""What belongs to an application that an operator fills in with a person: recognition, second screen, confirmations."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.intake.model.application  # noqa: F401 - keys point at its table
from domain.access.terms import IdentityDocument
from domain.intake.terms import Recognition
from domain.platform.tables import Json, Table, column, instant, word

SCREEN_LIFE = timedelta(minutes=30)


class Recognised(Table, table=True):
    """How the operator was sure of who applies. Never changed; a further operator adds their own."""

    __tablename__ = "recognised"
    __table_args__ = {"schema": "intake"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    way: Recognition = word(Recognition)
    document_kind: IdentityDocument | None = word(IdentityDocument, default=None)
    document_number: str = ""
    document_expires_on: date | None = None


class SecondScreen(Table, table=True):
    """A screen on which the person follows. Its link opens once, within half an hour, and binds it to one browser.

    ``token_hash`` recognises the link, ``browser_hash`` the browser that opened it: neither is kept itself.
    ``step_key`` is what the screen shows now; ``expires_at`` moves on while the operator works.
    """

    __tablename__ = "second_screen"
    __table_args__ = (
        sa.Index(
            "uq_second_screen_one_open",
            "application_id",
            unique=True,
            postgresql_where=sa.text("closed_at IS NULL"),
        ),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    step_key: str
    token_hash: str = Field(unique=True)
    browser_hash: str | None = Field(default=None, unique=True)
    expires_at: datetime = instant(nullable=False)
    opened_at: datetime | None = instant()
    closed_at: datetime | None = instant()

    def is_live(self, now: datetime) -> bool:
        """Whether it can still be opened, or followed by the browser that opened it."""
        return self.closed_at is None and self.expires_at > now

    def turn_to(self, step_key: str, now: datetime) -> None:
        """Show another step. A screen that is followed lives on; a link that nobody has opened does not."""
        self.step_key = step_key
        if self.opened_at is not None:
            self.expires_at = now + SCREEN_LIFE


class Confirmation(Table, table=True):
    """What the person has said of a step, or of one declaration (``field``). Never changed: the latest one counts.

    ``shown`` are the questions and answers as they stood on the screen, in ``language``; ``digest`` tells whether the
    answers are still those. ``operator_id`` is who has read it aloud; None when the person confirmed on the second
    screen ``screen_id``.
    """

    __tablename__ = "confirmation"
    __table_args__ = (
        sa.CheckConstraint("(operator_id IS NULL) <> (screen_id IS NULL)", name="by_somebody"),
        sa.Index("ix_confirmation_application", "application_id", "created_at"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    screen_id: UUID | None = Field(default=None, foreign_key="intake.second_screen.id")
    service_version_id: UUID = Field(foreign_key="catalogue.service_version.id")
    step_key: str
    field: str = ""
    is_agreed: bool
    language: str
    version: int
    digest: str
    shown: list[Any] = column(Json, default_factory=list)
