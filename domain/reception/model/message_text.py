"""The text of an e-mail between offices, as an ente wants it."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, word
from domain.reception.terms.passing_on import ReferralStatus


class MessageText(Table, table=True):
    """A version of the text for one piece of news about a sheet. Never changed: a new text is a new version."""

    __tablename__ = "message_text"
    __table_args__ = (sa.UniqueConstraint("ente_id", "news", "number"), {"schema": "reception"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    news: ReferralStatus = word(ReferralStatus)
    number: int
    subject: str
    body: str
    written_by_id: UUID = Field(foreign_key="organization.operator.id")
