"""Who may see which screens of waiting rooms. Frozen once released."""

from domain.platform.migrations.row_security import grant, guard, in_reach


def protect() -> None:
    """After the tables: a screen is its ente's."""
    guard("reception.board", in_reach())
    grant("reception")
