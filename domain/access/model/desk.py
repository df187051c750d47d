"""People who come in without a digital identity: recognised at the desk, let in by one-time codes."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.access.model.account  # noqa: F401 - keys point at its table
from domain.access.terms import IdentityDocument
from domain.platform.tables import Table, instant, word
from domain.registry.terms import ContactKind


class Identification(Table, table=True):
    """An operator has recognised a person by a document. Never changed."""

    __tablename__ = "identification"
    __table_args__ = {"schema": "access"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    account_id: UUID = Field(foreign_key="access.account.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    document_kind: IdentityDocument = word(IdentityDocument)
    document_number: str
    document_issuer: str
    document_expires_on: date


class CodeContact(Table, table=True):
    """A contact whose one-time codes open an account, by a keyed hash. Several accounts may have the same one.

    ``number_hash`` is that of the number on the slip: it tells the accounts of a contact apart, and within
    ``activation_ends_at`` it makes the contact count. ``identification_id`` is what handed it over.
    """

    __tablename__ = "code_contact"
    __table_args__ = (sa.UniqueConstraint("account_id", "contact_hash"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    account_id: UUID = Field(foreign_key="access.account.id")
    identification_id: UUID = Field(foreign_key="access.identification.id", index=True)
    kind: ContactKind = word(ContactKind)
    contact_hash: str = Field(index=True)
    number_hash: str
    activation_ends_at: datetime = instant(nullable=False)
    activated_at: datetime | None = instant()
    ended_at: datetime | None = instant()

    def hand_over(self, identification_id: UUID, number_hash: str, activation_ends_at: datetime) -> None:
        """From now on the number of a new slip counts; until it is used the contact opens nothing."""
        self.identification_id, self.number_hash = identification_id, number_hash
        self.activation_ends_at, self.activated_at, self.ended_at = activation_ends_at, None, None

    def may_open(self, now: datetime) -> bool:
        """Whether it counts already, or still may be made to count."""
        return self.activated_at is not None or now < self.activation_ends_at


class SignInCode(Table, table=True):
    """A one-time code asked for in one browser. The code follows from ``id`` and the secret key; it is kept nowhere.

    ``recipient`` is the contact as typed, sealed. ``ente_id`` is the ambito. It is made the same way whether anybody
    has the contact or not. One that ``is_proof`` opens no account: who types it reads the contact, and no more.
    """

    __tablename__ = "sign_in_code"
    __table_args__ = (sa.Index("ix_sign_in_code_contact", "contact_hash", "created_at"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    kind: ContactKind = word(ContactKind)
    contact_hash: str
    recipient: str
    browser_hash: str = Field(index=True)
    language: str
    return_path: str
    is_proof: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    tries: int = 0
    attempts: int = 0
    expires_at: datetime = instant(nullable=False, index=True)
    sent_at: datetime | None = instant()
    used_at: datetime | None = instant()


class AccountLink(Table, table=True):
    """An operator has linked the account of somebody without codice fiscale to a known person. Never changed.

    ``from_person_id`` and ``to_person_id`` are the same when the person only got a codice fiscale.
    """

    __tablename__ = "account_link"
    __table_args__ = {"schema": "access"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    from_person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    to_person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    from_account_id: UUID = Field(foreign_key="access.account.id")
    to_account_id: UUID = Field(foreign_key="access.account.id")
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    reason: str
    document_kind: IdentityDocument = word(IdentityDocument)
    document_number: str
    document_issuer: str
    document_expires_on: date
