"""What an ente says of a kind of document: whether it expires, and how long it counts."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.documents.terms import DocumentKind, Lasting
from domain.platform.tables import Table, word


class KindRule(Table, table=True):
    """From ``starts_on`` on, instead of what the program ships; the last that has started counts.

    ``months`` stands only with ``Lasting.MONTHS``.
    """

    __tablename__ = "kind_rule"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "kind", "starts_on"),
        sa.CheckConstraint("(lasting = 'months') = (months IS NOT NULL)", name="months"),
        {"schema": "documents"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    kind: DocumentKind = word(DocumentKind)
    starts_on: date
    is_expiring: bool
    lasting: Lasting = word(Lasting, default=Lasting.AS_WRITTEN)
    months: int | None = None
    source: str = ""
    written_by_id: UUID = Field(foreign_key="organization.operator.id")
