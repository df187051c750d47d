"""Who may see which rows of the waiting room, of the texts between offices and of housing needs. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import KNOWN, grant, guard, in_family, in_reach


def make_schema() -> None:
    """The schema, before its tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS housing")


def protect() -> None:
    """After the tables: a number is the ente's and names nobody; who has it, and who looks for a home, may be hidden."""
    known = KNOWN.format(column="person_id")
    for table in ("arrival", "arrival_counter"):
        guard(f"reception.{table}", in_reach())
    guard("reception.arrival_person", f"{in_reach()} AND {known}")
    guard("reception.message_text", in_reach(), read=in_family())
    guard("housing.housing_need", f"{in_reach()} AND {known}")
    guard(
        "housing.housing_need_step",
        "EXISTS (SELECT 1 FROM housing.housing_need whole WHERE whole.id = need_id)",
    )
    grant("reception", append_only=("message_text",))
    grant("housing", append_only=("housing_need_step",))
    op.execute(f"REVOKE DELETE ON housing.housing_need, reception.arrival FROM {APPLICATION_ROLE}")
