"""How an office's desk works, its privacy notice, and who took note of it."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Json, Table, column, instant, word
from domain.reception.terms.desks import DeskKind
from domain.reception.terms.passing_on import ConsentKind, NoticeWay


class DeskSettings(Table, table=True):
    """The choices of an office. ``masks``: for each section, the roles that do not read it in this office's sheets."""

    __tablename__ = "desk_settings"
    __table_args__ = (sa.UniqueConstraint("office_id"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    kind: DeskKind = word(DeskKind, default=DeskKind.GENERAL)
    initiative: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    desk_points: list[str] = column(Json, default_factory=list)
    sections: list[str] = column(Json, default_factory=list)
    required: list[str] = column(Json, default_factory=list)
    is_masked_elsewhere: bool = False
    masks: dict[str, list[str]] = column(Json, default_factory=dict)
    private_note_readers: list[str] = column(Json, default_factory=list)
    version: int = 1


class PrivacyNotice(Table, table=True):
    """A version of the notice of an office. Never changed: a new text is a new version."""

    __tablename__ = "privacy_notice"
    __table_args__ = (sa.UniqueConstraint("office_id", "number"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    number: int
    text: str
    published_by_id: UUID = Field(foreign_key="organization.operator.id")


class NoticeTaken(Table, table=True):
    """Somebody took note of a notice, on a day, in some way. Never changed."""

    __tablename__ = "notice_taken"
    __table_args__ = (sa.UniqueConstraint("person_id", "notice_id"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    person_id: UUID = Field(foreign_key="registry.person.id")
    notice_id: UUID = Field(foreign_key="reception.privacy_notice.id")
    way: NoticeWay = word(NoticeWay)
    taken_on: date
    operator_id: UUID = Field(foreign_key="organization.operator.id")


class Consent(Table, table=True):
    """Somebody agreed to something beyond the notice, and may have taken it back."""

    __tablename__ = "consent"
    __table_args__ = (
        sa.Index(
            "uq_consent_given",
            "person_id",
            "office_id",
            "kind",
            unique=True,
            postgresql_where=sa.text("revoked_at IS NULL"),
        ),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kind: ConsentKind = word(ConsentKind)
    given_on: date
    taken_by_id: UUID = Field(foreign_key="organization.operator.id")
    revoked_at: datetime | None = instant()
    revoked_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")

    def take_back(self, operator_id: UUID, at: datetime) -> None:
        """From now on it does not count; that it was given stays written."""
        self.revoked_at, self.revoked_by_id = at, operator_id
