"""Who came into the back office or tried to, and what happened to accesses: for the administrators. Only added to."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.terms import SignInOutcome, Way
from domain.platform.tables import Table, instant, word


class OperatorSignIn(Table, table=True):
    """Something that happened to an operator's access; ``operator_id`` is None for a name that nobody has.

    What was typed as a name, and the address it came from, are kept as keyed fingerprints only: enough to see that two
    tries are by the same. ``by_operator_id`` is the administrator who did it, where it was not the operator.
    """

    __tablename__ = "operator_sign_in"
    __table_args__ = (sa.Index("ix_operator_sign_in_ente_id_created_at", "ente_id", "created_at"), {"schema": "access"})

    ente_id: UUID | None = Field(default=None, foreign_key="organization.ente.id")
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    by_operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    outcome: SignInOutcome = word(SignInOutcome)
    way: Way | None = word(Way, default=None, nullable=True)
    name_hash: str = ""
    address_hash: str = ""
    device: str = ""


class KeptForm(Table, table=True):
    """What an operator had typed before being sent elsewhere to prove who they are: sealed, for 15 minutes."""

    __tablename__ = "kept_form"
    __table_args__ = {"schema": "access"}

    operator_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    path: str
    fields_sealed: str
    expires_at: datetime = instant(nullable=False, index=True)
