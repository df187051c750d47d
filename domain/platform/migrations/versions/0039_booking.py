"""People book by themselves: how many appointments they may have, what they have typed so far, and what is written."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from domain.platform.migrations.policies.scheduling import booking_policies

revision: str = "0039"
down_revision: str | None = "0038"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MANNER = sa.Enum("in_person", "phone", "video", "home", name="manner", native_enum=False, create_constraint=True, length=40)
AHEAD = sa.text("state IN ('offered', 'booked', 'arrived')")


def upgrade() -> None:
    """Step forward."""
    op.add_column("appointment", sa.Column("moves", sa.Integer(), server_default="0", nullable=False), schema="scheduling")
    op.alter_column("appointment", "moves", server_default=None, schema="scheduling")
    op.add_column("appointment", sa.Column("late_at", sa.DateTime(timezone=True), nullable=True), schema="scheduling")
    for name in ("email", "phone"):
        op.create_index(f"ix_appointment_{name}", "appointment", [name], schema="scheduling", postgresql_where=AHEAD)
    op.add_column("letter", sa.Column("calendar", sa.String(), server_default="", nullable=False), schema="correspondence")
    op.alter_column("letter", "calendar", server_default=None, schema="correspondence")
    _rules()
    _drafts()
    booking_policies.protect()


def _rules() -> None:
    op.create_table(
        "booking_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("most_per_need", sa.Integer(), nullable=False),
        sa.Column("most_in_all", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "most_per_need BETWEEN 1 AND 50 AND most_in_all BETWEEN most_per_need AND 50", name="ck_booking_rules_most"
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name="fk_booking_rules_ente_id"),
        sa.PrimaryKeyConstraint("id", name="pk_booking_rules"),
        sa.UniqueConstraint("ente_id", name="uq_booking_rules_ente_id"),
        schema="scheduling",
    )


def _drafts() -> None:
    texts = ("given_name", "family_name", "email", "phone", "language", "note", "interpreter_language")
    op.create_table(
        "booking_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("agenda_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("manner", MANNER, nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in (*texts, "interpreter_gender")),
        sa.Column("wants_reminders", sa.Boolean(), nullable=False),
        sa.Column("wants_earlier", sa.Boolean(), nullable=False),
        sa.Column("proof_id", sa.Uuid(), nullable=True),
        sa.Column("proven_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name="fk_booking_draft_ente_id"),
        sa.ForeignKeyConstraint(
            ["need_id"], ["scheduling.need.id"], name="fk_booking_draft_need_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agenda_id"], ["scheduling.agenda.id"], name="fk_booking_draft_agenda_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name="fk_booking_draft_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_booking_draft"),
        sa.UniqueConstraint("fingerprint", name="uq_booking_draft_fingerprint"),
        schema="scheduling",
    )
    for name in ("ente_id", "need_id", "agenda_id", "person_id"):
        op.create_index(f"ix_booking_draft_{name}", "booking_draft", [name], schema="scheduling")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
