"""Who may see which rows of the annulments and of the closed days of the protocollo. Frozen once released."""

from domain.platform.migrations.row_security import grant, guard, in_reach


def protect() -> None:
    """After the tables: both are the ente's, and nothing in them is ever changed."""
    for table in ("protocollo_annulment", "register_day"):
        guard(f"documents.{table}", in_reach())
    grant("documents", append_only=("protocollo_annulment", "register_day"))
