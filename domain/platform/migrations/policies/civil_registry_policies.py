"""What the step to the civil registry does besides tables: policies, grants, numbers. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import KNOWN, guard, in_reach

OFFICES_ONLY = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
"""In reach, and about somebody the operator may know of; no citizen sees it."""


def protect() -> None:
    """Watches, checks and differences are for the offices that may know of the person; questions for the ente."""
    for table in ("watch", "civil_check", "difference"):
        guard(f"registry.{table}", OFFICES_ONLY)
    guard("registry.civil_inquiry", in_reach())
    for table in ("watch", "civil_check", "difference", "civil_inquiry"):
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON registry.{table} TO {APPLICATION_ROLE}")


def number_inquiries() -> None:
    """The numbers of our questions."""
    op.execute("CREATE SEQUENCE registry.civil_inquiry_number")
    op.execute(f"GRANT USAGE ON SEQUENCE registry.civil_inquiry_number TO {APPLICATION_ROLE}")
