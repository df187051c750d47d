"""Tables as the house wants them: schema, relationships, kinds and names of columns."""

import importlib
import pkgutil
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapper, configure_mappers
from sqlmodel import SQLModel

from tests.support.rules.source import ROOT

RANGES = (postgresql.DATERANGE, postgresql.TSTZRANGE, postgresql.TSRANGE)


def load_models() -> None:
    """Imports every module of every `model` (package or file) and the platform's: the tables then know themselves."""
    for folder in sorted((ROOT / "domain").iterdir()):
        names = ["model"] if folder.name != "platform" else [""]
        for name in names:
            dotted = ".".join(part for part in ("domain", folder.name, name) if part)
            if not (folder / name).is_dir() and not (folder / f"{name}.py").exists():
                continue
            package = importlib.import_module(dotted)
            for found in pkgutil.walk_packages(getattr(package, "__path__", []), f"{dotted}."):
                if ".migrations" not in found.name:
                    importlib.import_module(found.name)


def mappers() -> list[Mapper[object]]:
    """Every table model of the project."""
    load_models()
    configure_mappers()
    found = SQLModel._sa_registry.mappers  # pyright: ignore[reportPrivateUsage,reportAttributeAccessIssue]
    return sorted((m for m in found if m.class_.__module__.startswith("domain.")), key=lambda m: m.class_.__qualname__)


def wrong_schemas(mappers: Iterable[Mapper[object]]) -> list[str]:
    """Tables that do not live in the PostgreSQL schema of their context."""
    found = []
    for mapper in mappers:
        context = mapper.class_.__module__.split(".")[1]
        schema = getattr(mapper.local_table, "schema", None)
        if schema != context:
            found.append(f"{mapper.class_.__name__}: schema {schema!r}, its context is {context!r}")
    return found


def lazy_relationships(mappers: Iterable[Mapper[object]]) -> list[str]:
    """Relationships that would load by themselves, or that reach into another context."""
    found = []
    for mapper in mappers:
        for relation in mapper.relationships:
            where = f"{mapper.class_.__name__}.{relation.key}"
            if relation.lazy not in ("raise", "raise_on_sql"):
                found.append(f'{where}: lazy={relation.lazy!r}, must be "raise"')
            if relation.mapper.local_table.schema != mapper.local_table.schema:  # pyright: ignore[reportAttributeAccessIssue]
                found.append(f"{where}: a relationship stays inside its context")
    return found


def _wanted_name(column: sa.Column[object]) -> str:
    kind = column.type
    if isinstance(kind, sa.DateTime):
        return "" if column.name.endswith("_at") else "an instant ends in _at"
    if isinstance(kind, sa.Date):
        return "" if column.name.endswith("_on") else "a day ends in _on"
    if isinstance(kind, RANGES):
        return "" if column.name.endswith("_during") else "a range ends in _during"
    if isinstance(kind, sa.Uuid):
        return "" if column.name == "id" or column.name.endswith("_id") else "a key ends in _id"
    if isinstance(kind, sa.Boolean):
        return "" if column.name.startswith("is_") else "a fact starts with is_"
    ends = ("_at", "_on", "_during")
    return f"{kind} under the name of a time" if column.name.endswith(ends) and not isinstance(kind, sa.Enum) else ""


def wrong_columns(tables: Iterable[sa.Table]) -> list[str]:
    """Instants without a time zone, and columns whose name does not tell what they are."""
    found = []
    for table in tables:
        for column in table.columns:
            if isinstance(column.type, sa.DateTime) and not column.type.timezone:
                found.append(f"{table.fullname}.{column.name}: an instant is timestamptz")
            if wrong := _wanted_name(column):
                found.append(f"{table.fullname}.{column.name}: {wrong}")
    return found
