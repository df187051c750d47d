"""Records of one person joined and told apart again; links follow; provisional codes that still find the person."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlmodel.sql.sqltypes import AutoString

from domain.platform.migrations.policies.merge_policies import protect

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_index("ix_person_same_as_id", "person", ["same_as_id"], schema="registry")
    op.create_index("ix_person_birthday", "person", ["ambito_id", "born_on"], schema="registry")
    op.create_index(
        "ix_fact_contact", "fact", ["key"], schema="registry", postgresql_where=sa.text("kind = 'contact'")
    )
    op.create_index("ix_case_application_person_id", "case_application", ["person_id"], schema="casework")
    _former_code()
    _duplicate_candidate()
    _merge()
    _merge_change()
    protect()


def _base() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
    )


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _index(table: str, *columns: str, name: str = "") -> None:
    op.create_index(op.f(name or f"ix_{table}_{'_'.join(columns)}"), table, list(columns), schema="registry")


def _former_code() -> None:
    op.create_table(
        "former_code",
        *_base(),
        sa.Column("ambito_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("code", AutoString(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("replaced_by_id", sa.Uuid(), nullable=True),
        _key("former_code", "ambito_id", "organization.ente"),
        _key("former_code", "ente_id", "organization.ente"),
        _key("former_code", "person_id", "registry.person"),
        _key("former_code", "replaced_by_id", "organization.operator"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_code")),
        sa.UniqueConstraint("ambito_id", "code", name=op.f("uq_former_code_ambito_id_code")),
        schema="registry",
    )
    _index("former_code", "ente_id")
    _index("former_code", "person_id")


def _duplicate_candidate() -> None:
    words = ("open", "merged", "apart")
    op.create_table(
        "duplicate_candidate",
        *_base(),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(*words, name="duplicate_status", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decision", AutoString(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_duplicate_candidate_ordered")),
        _key("duplicate_candidate", "ente_id", "organization.ente"),
        _key("duplicate_candidate", "first_id", "registry.person"),
        _key("duplicate_candidate", "second_id", "registry.person"),
        _key("duplicate_candidate", "decided_by_id", "organization.operator"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_candidate")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_duplicate_candidate_first_id_second_id")),
        schema="registry",
    )
    _index("duplicate_candidate", "ente_id", "status", "score", name="ix_duplicate_candidate_review")
    _index("duplicate_candidate", "second_id")


def _merge() -> None:
    op.create_table(
        "merge",
        *_base(),
        sa.Column("former_id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=True),
        sa.Column("office_id", sa.Uuid(), nullable=True),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Uuid(), nullable=True),
        sa.Column("undo_reason", AutoString(), nullable=False),
        _key("merge", "ente_id", "organization.ente"),
        _key("merge", "former_id", "registry.person"),
        _key("merge", "kept_id", "registry.person"),
        _key("merge", "operator_id", "organization.operator"),
        _key("merge", "office_id", "organization.office"),
        _key("merge", "undone_by_id", "organization.operator"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
        schema="registry",
    )
    for column in ("ente_id", "former_id", "kept_id"):
        _index("merge", column)


def _merge_change() -> None:
    op.create_table(
        "merge_change",
        *_base(),
        sa.Column("merge_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", AutoString(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=True),
        sa.Column("after", postgresql.JSONB(), nullable=False),
        _key("merge_change", "ente_id", "organization.ente"),
        _key("merge_change", "merge_id", "registry.merge"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_change")),
        sa.UniqueConstraint("merge_id", "position", name=op.f("uq_merge_change_merge_id_position")),
        schema="registry",
    )
    _index("merge_change", "ente_id")


def downgrade() -> None:
    """Restore a backup instead: docs/runbooks/backup-and-restore.md."""
    raise NotImplementedError
