"""Who may see and write the external bodies, as of their migration. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import grant, guard, in_family, in_reach


def protect_bodies() -> None:
    """They are written by the ente that works with them, and known in its ambito; none is ever deleted."""
    guard("registry.external_body", in_reach(), read=in_family())
    grant("registry")
    op.execute(f"REVOKE DELETE ON registry.external_body FROM {APPLICATION_ROLE}")
