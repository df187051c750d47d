"""The ISEE is kept like the other facts of a person; what was checked of an application is kept as it was."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.checklist_policies import protect

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KINDS = ("ordinary", "current", "minors", "social_health", "residential", "university")
SOURCES = ("civil_registry", "court", "document", "provider", "office", "person", "relative", "import")
KEPT = (
    "draft", "application", "case", "document", "protocollo", "letter", "reading", "former_fact", "account",
    "rectification", "housing_need", "isee",
)  # fmt: skip
OUTCOMES = ("met", "not_met", "unknown")


def upgrade() -> None:
    """Step forward."""
    _isee()
    op.drop_constraint(op.f("ck_retention_rule_retention_kind"), "retention_rule", schema="privacy")
    _one_of("retention_rule", "retention_kind", "kind", KEPT, "privacy")
    _checks()
    protect()


def _isee() -> None:
    """Bitemporal, with its source and its author; one row for each member of the household."""
    op.alter_column("isee", "valid_during", new_column_name="held_during", schema="registry")
    op.add_column("isee", sa.Column("known_during", postgresql.TSTZRANGE(), nullable=True), schema="registry")
    op.add_column("isee", sa.Column("attestation_id", sa.Uuid(), nullable=True), schema="registry")
    op.add_column("isee", sa.Column("declared_on", sa.Date(), nullable=True), schema="registry")
    op.add_column("isee", sa.Column("document_id", sa.Uuid(), nullable=True), schema="registry")
    op.add_column("isee", sa.Column("is_irregular", sa.Boolean(), server_default=sa.false(), nullable=False),
                  schema="registry")
    for name in ("omissions", "reason", "dropped_reason"):
        op.add_column("isee", sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), server_default="", nullable=False),
                      schema="registry")
        op.alter_column("isee", name, server_default=None, schema="registry")
    op.alter_column("isee", "is_irregular", server_default=None, schema="registry")
    for name in ("author_id", "dropped_by_id"):
        op.add_column("isee", sa.Column(name, sa.Uuid(), nullable=True), schema="registry")
        op.create_foreign_key(op.f(f"fk_isee_{name}"), "isee", "operator", [name], ["id"],
                              source_schema="registry", referent_schema="organization")
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    op.execute("""
        UPDATE registry.isee SET known_during = tstzrange(created_at, NULL), attestation_id = gen_random_uuid(),
            source = CASE WHEN source IN ('person', 'office', 'document') THEN source ELSE 'import' END""")
    op.execute("SELECT set_config('app.kind', '', true), set_config('app.enti', '', true)")
    op.alter_column("isee", "known_during", nullable=False, schema="registry")
    op.alter_column("isee", "attestation_id", nullable=False, schema="registry")
    op.alter_column("isee", "source", type_=sa.String(40), schema="registry")
    op.drop_constraint("ck_isee_isee_kind", "isee", schema="registry")
    _one_of("isee", "isee_kind", "kind", KINDS, "registry")
    _one_of("isee", "fact_source", "source", SOURCES, "registry")
    op.create_check_constraint(op.f("ck_isee_omissions"), "isee", "is_irregular OR omissions = ''", schema="registry")
    op.create_index("ix_isee_attestation", "isee", ["attestation_id"], unique=False, schema="registry")


def _checks() -> None:
    """What an operator found of each requirement."""
    op.create_table(
        "requirement_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("requirement", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("computed", sa.String(40), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("is_met", sa.Boolean(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(computed = 'met' AND is_met) OR (computed = 'not_met' AND NOT is_met) OR reason <> ''",
            name=op.f("ck_requirement_check_reasoned"),
        ),
        sa.ForeignKeyConstraint(["application_id"], ["intake.application.id"],
                                name=op.f("fk_requirement_check_application_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_requirement_check_ente_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["organization.operator.id"],
                                name=op.f("fk_requirement_check_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement_check")),
        schema="intake",
    )
    _one_of("requirement_check", "outcome", "computed", OUTCOMES, "intake")
    op.create_index(op.f("ix_requirement_check_application_id"), "requirement_check", ["application_id"],
                    unique=False, schema="intake")
    op.create_index(op.f("ix_requirement_check_ente_id"), "requirement_check", ["ente_id"], unique=False,
                    schema="intake")


def _one_of(table: str, name: str, column: str, words: Sequence[str], schema: str) -> None:
    listed = ", ".join(f"'{word}'" for word in words)
    op.create_check_constraint(op.f(f"ck_{table}_{name}"), table, f"{column} IN ({listed})", schema=schema)


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
