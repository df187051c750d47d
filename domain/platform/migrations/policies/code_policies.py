"""Who may see and write the coded lists, as of their migration. Frozen once released."""

from domain.platform.migrations.row_security import EVERYWHERE, grant, guard, in_family, in_reach


def protect_codes() -> None:
    """Common codes are read by everybody and written by the program; an ente's are known in its ambito."""
    guard("organization.common_code", EVERYWHERE, read="true")
    guard("organization.local_code", in_reach(), read=in_family())
    grant("organization")
