"""Operators on their way in: failures, sign-ins half done, links sent by e-mail, challenges for passkeys."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.terms import ChallengePurpose, EntryStep, LinkPurpose, Way
from domain.platform.tables import Table, instant, word


class SignInAttempt(Table, table=True):
    """A try that has not succeeded, by a keyed hash of account name or address: it slows down who guesses."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (sa.Index("ix_sign_in_attempt_key", "key_hash", "created_at"), {"schema": "access"})

    key_hash: str


class AccessLink(Table, table=True):
    """A link for one purpose, sent to an operator by e-mail. Its token follows from ``id`` and the secret key.

    It ends when it has been used, when another one takes its place, or when an administrator cancels it.
    ``sent_at`` is when the post office took the e-mail.
    """

    __tablename__ = "access_link"
    __table_args__ = (sa.UniqueConstraint("token_hash"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    purpose: LinkPurpose = word(LinkPurpose)
    token_hash: str
    attempts: int = 0
    expires_at: datetime = instant(nullable=False)
    sent_at: datetime | None = instant()
    used_at: datetime | None = instant()
    cancelled_at: datetime | None = instant()


class OperatorEntry(Table, table=True):
    """An operator half-way in: a password or a link has been shown, a session is not open yet.

    What is still due: the second factor, another password, a first second factor, the recovery codes.
    ``link_id`` is the link that began it and is used up by the new password.
    """

    __tablename__ = "operator_entry"
    __table_args__ = (sa.UniqueConstraint("token_hash"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    link_id: UUID | None = Field(default=None, foreign_key="access.access_link.id")
    token_hash: str
    way: Way = word(Way, default=Way.PASSWORD)
    is_factor_due: bool = False
    is_password_due: bool = False
    is_enrolment_due: bool = False
    is_codes_due: bool = False
    return_path: str = "/"
    expires_at: datetime = instant(nullable=False, index=True)
    ended_at: datetime | None = instant()

    @property
    def step(self) -> EntryStep:
        """What comes next: nobody chooses a password before the second factor is shown, where there is one."""
        dues = (
            (self.is_factor_due, EntryStep.FACTOR),
            (self.is_password_due, EntryStep.PASSWORD),
            (self.is_enrolment_due, EntryStep.ENROLMENT),
            (self.is_codes_due, EntryStep.CODES),
        )
        return next((step for is_due, step in dues if is_due), EntryStep.INSIDE)


class PasskeyChallenge(Table, table=True):
    """A challenge for one passkey, one purpose and one browser (entries and sessions too); answered once."""

    __tablename__ = "passkey_challenge"
    __table_args__ = (sa.UniqueConstraint("challenge_hash"), {"schema": "access"})

    purpose: ChallengePurpose = word(ChallengePurpose)
    challenge_hash: str
    bound_hash: str
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    expires_at: datetime = instant(nullable=False, index=True)
    used_at: datetime | None = instant()
