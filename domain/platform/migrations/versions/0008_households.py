"""Households known in time, with what each member does; what people are to each other; outsiders of drawings."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.household_policies import carry_over, prepare, protect

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SOURCES = ("civil_registry", "court", "document", "provider", "office", "person", "relative", "import")
AVAILABILITIES = ("daily", "weekly", "emergency", "unavailable")
MODES = ("in_person", "remote", "seldom", "never")
PLACES = ("person", "school", "health", "social_service", "parish", "association", "work", "other")
ASPECTS = ("parent", "couple", "twin", "tie")
KINDS = (
    "parent",
    "adoptive_parent",
    "foster_parent",
    "married",
    "civil_union",
    "cohabiting",
    "engaged",
    "separated",
    "divorced",
    "widowed",
    "twin",
    "identical_twin",
    "close",
    "distant",
    "conflict",
    "violence",
    "cut_off",
)
ENDS = ("coalesce(person_id, outsider_id)", "coalesce(other_person_id, other_outsider_id)")
TEXT = sqlmodel.sql.sqltypes.AutoString


def _word(name: str, words: Sequence[str]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=40)


def _known(table: str) -> list[Any]:
    """The columns of what is believed of the world, and where its keys lead."""
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("held_during", postgresql.DATERANGE(), nullable=False),
        sa.Column("known_during", postgresql.TSTZRANGE(), nullable=False),
        sa.Column("source", _word("fact_source", SOURCES), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("reason", TEXT(), nullable=False),
        sa.Column("dropped_by_id", sa.Uuid(), nullable=True),
        sa.Column("dropped_reason", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f(f"fk_{table}_ente_id")),
        sa.ForeignKeyConstraint(["author_id"], ["organization.operator.id"], name=op.f(f"fk_{table}_author_id")),
        sa.ForeignKeyConstraint(
            ["dropped_by_id"], ["organization.operator.id"], name=op.f(f"fk_{table}_dropped_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    """Step forward."""
    prepare()
    _members()
    _outsiders()
    _relations()
    protect()


def _members() -> None:
    op.add_column(
        "household", sa.Column("is_alone", sa.Boolean(), nullable=False, server_default="false"), schema="registry"
    )
    op.alter_column("household", "is_alone", server_default=None, schema="registry")
    for name, starts in (
        ("is_cohabiting", "true"),
        ("is_parent_responsible", "false"),
        ("is_caregiver", "false"),
        ("is_foster", "false"),
        ("is_disabled", "false"),
        ("reason", "''"),
        ("dropped_reason", "''"),
    ):
        kind = sa.Boolean() if name.startswith("is_") else TEXT()
        column = sa.Column(name, kind, nullable=False, server_default=sa.text(starts))
        op.add_column("household_member", column, schema="registry")
        op.alter_column("household_member", name, server_default=None, schema="registry")
    for name, kind in (
        ("availability", _word("availability", AVAILABILITIES)),
        ("contact_mode", _word("contact_mode", MODES)),
        ("known_during", postgresql.TSTZRANGE()),
        ("source", _word("fact_source", SOURCES)),
        ("author_id", sa.Uuid()),
        ("dropped_by_id", sa.Uuid()),
    ):
        op.add_column("household_member", sa.Column(name, kind, nullable=True), schema="registry")
    carry_over()
    for name in ("known_during", "source"):
        op.alter_column("household_member", name, nullable=False, schema="registry")
    for name in ("author_id", "dropped_by_id"):
        op.create_foreign_key(
            op.f(f"fk_household_member_{name}"),
            "household_member",
            "operator",
            [name],
            ["id"],
            source_schema="registry",
            referent_schema="organization",
        )
    op.drop_constraint("ex_household_member_overlap", "household_member", schema="registry")
    op.execute("""
        ALTER TABLE registry.household_member ADD CONSTRAINT ex_household_member_overlap EXCLUDE USING gist
        (household_id WITH =, person_id WITH =, held_during WITH &&, known_during WITH &&)""")


def _outsiders() -> None:
    op.create_table(
        "outsider",
        *_known("outsider"),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _word("outsider_kind", PLACES), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("sex", TEXT(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("death_year", sa.Integer(), nullable=True),
        sa.Column("is_dead", sa.Boolean(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_outsider_name")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_outsider_person_id")),
        schema="registry",
    )
    op.create_index(op.f("ix_outsider_person_id"), "outsider", ["person_id"], unique=False, schema="registry")


def _relations() -> None:
    ends = (("person_id", "person"), ("outsider_id", "outsider"))
    ends += (("other_person_id", "person"), ("other_outsider_id", "outsider"))
    op.create_table(
        "relation",
        *_known("relation"),
        *(sa.Column(name, sa.Uuid(), nullable=True) for name, _table in ends),
        sa.Column("aspect", _word("relation_aspect", ASPECTS), nullable=False),
        sa.Column("kind", _word("relation_kind", KINDS), nullable=False),
        sa.CheckConstraint("num_nonnulls(person_id, outsider_id) = 1", name=op.f("ck_relation_one")),
        sa.CheckConstraint("num_nonnulls(other_person_id, other_outsider_id) = 1", name=op.f("ck_relation_other")),
        sa.CheckConstraint(f"{ENDS[0]} <> {ENDS[1]}", name=op.f("ck_relation_two")),
        *(
            sa.ForeignKeyConstraint([name], [f"registry.{table}.id"], name=op.f(f"fk_relation_{name}"))
            for name, table in ends
        ),
        schema="registry",
    )
    op.execute(f"""
        ALTER TABLE registry.relation ADD CONSTRAINT ex_relation_overlap EXCLUDE USING gist
        ((least({ENDS[0]}, {ENDS[1]})) WITH =, (greatest({ENDS[0]}, {ENDS[1]})) WITH =,
         aspect WITH =, held_during WITH &&, known_during WITH &&)""")
    for name, _table in ends:
        where = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_relation_{name}", "relation", [name], schema="registry", postgresql_where=where)


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError
