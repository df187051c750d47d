"""Offices invite people to book, until a last day."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from domain.platform.migrations.policies.scheduling import invitation_policies

revision: str = "0043"
down_revision: str | None = "0042"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

STATES = ("open", "booked", "lapsed", "closed", "withdrawn")
STATE = sa.Enum(*STATES, name="invitation_state", native_enum=False, create_constraint=True, length=40)
OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    """Step forward."""
    _rules()
    _invitations()
    _indexes()
    invitation_policies.protect()


def _rules() -> None:
    days = sa.Column("invitation_days", sa.Integer(), server_default="14", nullable=False)
    op.add_column("booking_rules", days, schema="scheduling")
    op.alter_column("booking_rules", "invitation_days", server_default=None, schema="scheduling")
    op.create_check_constraint(
        "ck_booking_rules_invitation_days", "booking_rules", "invitation_days BETWEEN 1 AND 120", schema="scheduling"
    )


def _invitations() -> None:
    keys = {
        "ente_id": "organization.ente.id",
        "office_id": "organization.office.id",
        "need_id": "scheduling.need.id",
        "person_id": "registry.person.id",
        "invited_by_id": "organization.operator.id",
        "appointment_id": "scheduling.appointment.id",
        "settled_by_id": "organization.operator.id",
    }
    optional = ("appointment_id", "settled_by_id")
    op.create_table(
        "booking_invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=name in optional) for name in keys),
        sa.Column("book_by_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("remind_from_on", sa.Date(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", STATE, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closing_note", sa.String(), nullable=False),
        sa.CheckConstraint("(state = 'booked') = (appointment_id IS NOT NULL)", name="ck_booking_invitation_booked"),
        sa.CheckConstraint(
            "(state IN ('open', 'lapsed')) = (settled_at IS NULL)", name="ck_booking_invitation_settled"
        ),
        *(sa.ForeignKeyConstraint([name], [to], name=f"fk_booking_invitation_{name}") for name, to in keys.items()),
        sa.PrimaryKeyConstraint("id", name="pk_booking_invitation"),
        schema="scheduling",
    )


def _indexes() -> None:
    table, where = "booking_invitation", {"schema": "scheduling"}
    for name in ("need_id", "person_id", "appointment_id"):
        op.create_index(f"ix_booking_invitation_{name}", table, [name], **where)
    for name, columns in (
        ("list", ["office_id", "state", "book_by_on"]),
        ("ente", ["ente_id", "state", "book_by_on"]),
        ("invited_by", ["invited_by_id", "state"]),
    ):
        op.create_index(f"ix_booking_invitation_{name}", table, columns, **where)
    one = ["person_id", "need_id", "office_id"]
    op.create_index("uq_booking_invitation_open", table, one, unique=True, postgresql_where=OPEN, **where)
    waiting = sa.text("state = 'open' AND reminded_at IS NULL")
    op.create_index(
        "ix_booking_invitation_to_remind", table, ["remind_from_on"], postgresql_where=waiting, **where
    )
    op.create_index("ix_booking_invitation_ending", table, ["book_by_on"], postgresql_where=OPEN, **where)


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
