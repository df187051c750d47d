"""Who may see which rows of imports, and which rows of other contexts may be taken back. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import SYSTEM, grant, guard, in_reach

TAKEN_BACK = ("reception.contact_sheet", "casework.case", "casework.diary_entry")
"""Tables from which nothing is ever deleted, but what an import has written and nobody has used."""


def make_schema() -> None:
    """The schema, before its tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS legacy")


def protect() -> None:
    """After the tables: for the ente alone. What was written is written down by the program, and never changed."""
    for table in ("archive_import", "import_row", "column_mapping"):
        guard(f"legacy.{table}", in_reach())
    guard("legacy.written_row", f"{SYSTEM} AND {in_reach()}", read=in_reach())
    grant("legacy", append_only=("written_row",))
    for table in ("archive_import", "import_row"):
        op.execute(f"REVOKE DELETE ON legacy.{table} FROM {APPLICATION_ROLE}")
    for table in TAKEN_BACK:
        _let_go(table)


def _let_go(table: str) -> None:
    """Only the program deletes, and only what stands in the list of what an import has written."""
    quoted = ".".join(f'"{part}"' for part in table.split("."))  # "case" is a word of SQL
    written = (
        f"EXISTS (SELECT 1 FROM legacy.written_row there WHERE there.row_id = {quoted}.id"
        f" AND there.table_name = '{table}')"
    )
    op.execute(f"CREATE POLICY taken_back ON {quoted} AS RESTRICTIVE FOR DELETE USING ({SYSTEM} AND {written})")
    op.execute(f"GRANT DELETE ON {quoted} TO {APPLICATION_ROLE}")
