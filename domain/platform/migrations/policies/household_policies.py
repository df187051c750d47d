"""What the step to bitemporal households and relations does besides tables. Frozen once released."""

from collections.abc import Iterable

from alembic import op

from domain.platform.migrations.row_security import KNOWN, grant, guard, in_reach

KINDS = ("registry", "isee", "fiscal", "relational")
KINSHIPS = (
    "reference",
    "spouse",
    "partner",
    "child",
    "parent",
    "sibling",
    "grandchild",
    "grandparent",
    "stepchild",
    "foster_child",
    "parent_in_law",
    "child_in_law",
    "uncle_or_aunt",
    "nephew_or_niece",
    "cousin",
    "friend",
    "other_relative",
    "not_related",
)
OUTSIDER = "EXISTS (SELECT 1 FROM registry.outsider stranger WHERE stranger.id = {column})"
PEOPLE = ("person_id", "other_person_id")
OUTSIDERS = ("outsider_id", "other_outsider_id")


def prepare() -> None:
    """Before the tables: words that grew are let in."""
    _words("registry.household", "kind", "household_kind", KINDS)
    _words("registry.household_member", "kinship", "kinship", KINSHIPS)


def carry_over() -> None:
    """Members of before are believed since they were written; who told is taken from their household."""
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    op.execute("""
        UPDATE registry.household_member member SET known_during = tstzrange(member.created_at, NULL),
            source = CASE WHEN household.source IN ('person', 'office') THEN household.source ELSE 'import' END
        FROM registry.household household WHERE household.id = member.household_id""")


def protect() -> None:
    """A relation is seen where everybody it names is known; an outsider where the person of the drawing is."""
    guard("registry.outsider", f"{in_reach()} AND {KNOWN.format(column='person_id')}")
    known = [f"({column} IS NULL OR {KNOWN.format(column=column)})" for column in PEOPLE]
    known += [f"({column} IS NULL OR {OUTSIDER.format(column=column)})" for column in OUTSIDERS]
    guard("registry.relation", " AND ".join([in_reach(), *known]))
    grant("registry", append_only=("protected_opening",))


def _words(table: str, column: str, name: str, words: Iterable[str]) -> None:
    constraint = f"ck_{table.partition('.')[2]}_{name}"
    listed = ", ".join(f"'{word}'" for word in words)
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {constraint} CHECK ({column} IN ({listed}))")
