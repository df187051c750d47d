"""Reminders, offers of earlier places, and who is told of a closed time."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.scheduling import notice_policies

revision: str = "0042"
down_revision: str | None = "0041"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

AHEAD = sa.text("state IN ('offered', 'booked', 'arrived')")


def upgrade() -> None:
    """Step forward."""
    _appointments()
    _rules()
    _notices()
    notice_policies.protect()


def _appointments() -> None:
    where = {"schema": "scheduling"}
    op.create_index(
        "uq_appointment_instead", "appointment", ["instead_of_id"], unique=True, postgresql_where=AHEAD, **where
    )
    op.create_index(
        "ix_appointment_to_remind", "appointment", ["starts_at"], postgresql_where=sa.text("state = 'booked'"), **where
    )
    op.create_index(
        "ix_appointment_answer_by",
        "appointment",
        ["answer_until_at"],
        postgresql_where=sa.text("state = 'offered'"),
        **where,
    )
    op.create_index(
        "ix_appointment_waiting",
        "appointment",
        ["office_id", "created_at"],
        postgresql_where=sa.text("state = 'booked' AND is_earlier_wanted"),
        **where,
    )


def _rules() -> None:
    numbers = ("offer_hours", "lead_hours", "pause_hours", "most_offers", "closing_hours")
    op.create_table(
        "notice_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("reminder_hours", postgresql.ARRAY(sa.Integer()), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
        sa.Column("set_by_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "offer_hours BETWEEN 1 AND 240 AND closing_hours BETWEEN 1 AND 720", name="ck_notice_rules_hours"
        ),
        sa.CheckConstraint(
            "lead_hours BETWEEN 0 AND 720 AND pause_hours BETWEEN 0 AND 720", name="ck_notice_rules_pauses"
        ),
        sa.CheckConstraint("most_offers BETWEEN 0 AND 20", name="ck_notice_rules_most"),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name="fk_notice_rules_ente_id"),
        sa.ForeignKeyConstraint(["set_by_id"], ["organization.operator.id"], name="fk_notice_rules_set_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notice_rules"),
        sa.UniqueConstraint("ente_id", name="uq_notice_rules_ente_id"),
        schema="scheduling",
    )


def _notices() -> None:
    op.create_table(
        "closing_notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("closure_id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name="fk_closing_notice_ente_id"),
        sa.ForeignKeyConstraint(
            ["closure_id"], ["scheduling.closure.id"], name="fk_closing_notice_closure_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["scheduling.appointment.id"],
            name="fk_closing_notice_appointment_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["offer_id"], ["scheduling.appointment.id"], name="fk_closing_notice_offer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closing_notice"),
        sa.UniqueConstraint("appointment_id", name="uq_closing_notice_appointment_id"),
        schema="scheduling",
    )
    for name in ("ente_id", "closure_id", "offer_id"):
        op.create_index(f"ix_closing_notice_{name}", "closing_notice", [name], schema="scheduling")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
