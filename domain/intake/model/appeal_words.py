"""How, to whom and by when to appeal, in the words of the ente (L. 241/1990 art. 3 c. 4)."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant


class AppealWords(Table, table=True):
    """One text an ente, printed in every letter that decides; in Italian, as the law's own words are.

    ``is_received_on_opening``: a letter counts as received on the day on which it is opened on the portal.
    """

    __tablename__ = "appeal_words"
    __table_args__ = (sa.UniqueConstraint("ente_id"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    text: str
    is_received_on_opening: bool = False
    written_by_id: UUID = Field(foreign_key="organization.operator.id")
    written_at: datetime = instant(nullable=False)
