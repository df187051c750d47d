"""What the federation says of us."""

from datetime import datetime

import sqlalchemy as sa

from domain.platform.tables import Table, instant


class OwnStatement(Table, table=True):
    """The latest statement of a trust anchor about us, with our trust marks in it.

    ``chain`` is our own chain as JSON, empty while it does not hold: it may not yet, when keys change.
    """

    __tablename__ = "own_statement"
    __table_args__ = (sa.UniqueConstraint("anchor"), {"schema": "access"})

    anchor: str
    statement: str
    chain: str = ""
    fetched_at: datetime = instant(nullable=False)
    expires_at: datetime = instant(nullable=False)
