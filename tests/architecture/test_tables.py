"""Tables live in their context, load nothing by themselves, and show nobody's row to a stranger."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship

from tests.support.rules import row_security, schema
from tests.support.rules.source import at_least, nothing


class Base(DeclarativeBase):
    """Planted tables have a base of their own: they never enter the project's."""


class Planted(Base):
    """Everything wrong at once."""

    __tablename__ = "planted"
    __table_args__ = {"schema": "elsewhere"}
    key: Mapped[Any] = mapped_column(sa.Uuid, primary_key=True)
    parent: Mapped[Any] = mapped_column(sa.Uuid, sa.ForeignKey("elsewhere.planted.key"))
    submitted_at: Mapped[datetime] = mapped_column(sa.DateTime)
    submitted: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    birthday: Mapped[date]
    validity: Mapped[Any] = mapped_column(DATERANGE)
    urgent: Mapped[bool]
    closed_on: Mapped[str]
    children: Mapped[list["Planted"]] = relationship(remote_side="Planted.parent")


class Right(Base):
    """Everything as it should be."""

    __tablename__ = "right"
    __table_args__ = {"schema": "architecture"}
    id: Mapped[Any] = mapped_column(sa.Uuid, primary_key=True)
    parent_id: Mapped[Any] = mapped_column(sa.Uuid, sa.ForeignKey("architecture.right.id"))
    submitted_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    born_on: Mapped[date]
    valid_during: Mapped[Any] = mapped_column(DATERANGE)
    is_urgent: Mapped[bool]
    children: Mapped[list["Right"]] = relationship(remote_side="Right.parent_id", lazy="raise")


def test_every_table_lives_in_the_schema_of_its_context() -> None:
    at_least(20, schema.mappers(), "table models")
    nothing(schema.wrong_schemas(schema.mappers()))


def test_no_relationship_loads_by_itself_or_leaves_its_context() -> None:
    at_least(20, schema.mappers(), "table models")
    nothing(schema.lazy_relationships(schema.mappers()))


def test_columns_are_called_what_they_are() -> None:
    tables = [m.local_table for m in schema.mappers() if isinstance(m.local_table, sa.Table)]
    at_least(20, tables, "tables")
    nothing(schema.wrong_columns(tables))


def test_planted_tables_are_found_and_right_ones_pass() -> None:
    configure_mappers()
    wrong, right = Planted.__mapper__, Right.__mapper__
    assert len(schema.wrong_schemas([wrong])) == 1
    assert len(schema.lazy_relationships([wrong])) == 1
    nothing(schema.wrong_schemas([right]) + schema.lazy_relationships([right]))
    told = {line.split(".")[2].split(":")[0] for line in schema.wrong_columns([sa.inspect(Planted).local_table])}  # pyright: ignore[reportArgumentType]
    assert told == {"key", "parent", "submitted_at", "submitted", "birthday", "validity", "urgent", "closed_on"}
    nothing(schema.wrong_columns([sa.inspect(Right).local_table]))  # pyright: ignore[reportArgumentType]


@pytest.fixture
def owner(database_url_owner: str) -> Iterator[row_security.Connection]:
    """A connection as the owner of the tables; whatever a test makes is undone."""
    with psycopg.connect(database_url_owner) as connection:
        yield connection
        connection.rollback()


def test_every_table_about_an_ente_or_a_person_has_forced_row_security(owner: row_security.Connection) -> None:
    at_least(15, row_security.personal_tables(owner), "tables about an ente or a person")
    nothing(row_security.unprotected(owner))


def test_every_shared_table_is_there(owner: row_security.Connection) -> None:
    there = {table for table, *_rest in row_security.personal_tables(owner)}
    nothing([f"SHARED names {table}, which is not there" for table in row_security.SHARED if table not in there])


PLANTS = {
    "with nothing": ("ente_id uuid", "", ["enabled, forced, a policy"]),
    "not forced": (
        "ente_id uuid",
        "ALTER TABLE planted.t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON planted.t",
        ["forced"],
    ),
    "without policy": (
        "guarded_person_id uuid",
        "ALTER TABLE planted.t ENABLE ROW LEVEL SECURITY; ALTER TABLE planted.t FORCE ROW LEVEL SECURITY",
        ["a policy"],
    ),
    "by foreign key": ("tenant uuid REFERENCES registry.person (id)", "", ["enabled, forced, a policy"]),
    "about nobody": ("code text", "", []),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_open_table_is_found(plant: str, owner: row_security.Connection) -> None:
    columns, after, missing = PLANTS[plant]
    before = row_security.unprotected(owner)
    owner.execute(f"CREATE SCHEMA planted; CREATE TABLE planted.t ({columns}); {after}".rstrip("; "))  # pyright: ignore
    found = [line for line in row_security.unprotected(owner) if line not in before]
    assert found == [f"planted.t: row-level security without {word}" for word in missing]


MOST_LINES = 150


def test_policies_are_planned_quickly(owner: row_security.Connection, database_url: str) -> None:
    tables = [table for table, *_rest in row_security.personal_tables(owner)]
    with psycopg.connect(database_url) as connection:
        nothing(row_security.long_plans(connection, tables, MOST_LINES))
        assert row_security.long_plans(connection, ["registry.person"], 10)


def test_the_application_role_owns_nothing_and_cannot_bypass(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        nothing(row_security.powers(connection))


def test_a_role_that_owns_or_bypasses_is_found(owner: row_security.Connection) -> None:
    assert any("owns relation" in line for line in row_security.powers(owner))
    owner.execute("CREATE ROLE planted_app; CREATE ROLE planted_strong BYPASSRLS; GRANT planted_strong TO planted_app")
    owner.execute("CREATE SCHEMA planted AUTHORIZATION planted_app; SET LOCAL ROLE planted_app")
    assert row_security.powers(owner) == ["planted_app may become planted_strong", "planted_app owns schema planted"]
