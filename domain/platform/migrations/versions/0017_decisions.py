"""Applications have an answer, and services name the procedure that requests go through."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

STATUSES = "status IN ('draft', 'submitted', 'in_charge', 'decided', 'withdrawn')"


def upgrade() -> None:
    """Step forward: the services there are go through the ordinary procedure."""
    slug = sa.Column("procedure_slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False,
                     server_default="procedimento-ordinario")
    op.add_column("service_version", slug, schema="catalogue")
    op.alter_column("service_version", "procedure_slug", server_default=None, schema="catalogue")
    outcomes = ("granted", "granted_in_part", "rejected", "archived")
    outcome = sa.Enum(*outcomes, name="outcome", native_enum=False, create_constraint=True, length=40)
    op.add_column("application", sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True), schema="intake")
    op.add_column("application", sa.Column("outcome", outcome, nullable=True), schema="intake")
    op.drop_constraint("ck_application_application_status", "application", schema="intake")
    op.create_check_constraint("ck_application_application_status", "application", STATUSES, schema="intake")
    op.create_check_constraint(
        "ck_application_decided", "application", "(status = 'decided') = (outcome IS NOT NULL)", schema="intake"
    )


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
