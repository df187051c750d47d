"""What PostgreSQL itself says about who may see a row: row-level security, owners, roles."""

from typing import Any

import psycopg

# Schemas that hold no row about a person or an ente: PostgreSQL's own, and the queue (ids only, one file writes it).
NOT_OURS = ("pg_catalog", "information_schema", "pg_toast")
# Tables that every ente shares, although they name one; each with the reason why a row tells nothing about anybody.
SHARED: dict[str, str] = {}

PERSONAL = """
    SELECT n.nspname || '.' || c.relname, c.relrowsecurity, c.relforcerowsecurity,
           (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname <> ALL (%s) AND n.nspname !~ '^pg_temp'
      AND (EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                   AND (a.attname IN ('ente_id', 'person_id', 'applicant_id', 'beneficiary_id', 'citizen_id')
                        OR a.attname LIKE '%%\\_person\\_id'))
           OR EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
                      AND f.confrelid = ANY (ARRAY[to_regclass('registry.person'), to_regclass('organization.ente')])))
    ORDER BY 1"""

OWNED = """
    SELECT kind || ' ' || name FROM (
        SELECT 'relation' AS kind, c.oid::regclass::text AS name, c.relowner AS owner FROM pg_class c
        UNION ALL SELECT 'schema', n.nspname, n.nspowner FROM pg_namespace n WHERE n.nspname !~ '^pg_(toast_)?temp'
        UNION ALL SELECT 'function', p.oid::regprocedure::text, p.proowner FROM pg_proc p
        UNION ALL SELECT 'database', d.datname, d.datdba FROM pg_database d
    ) things WHERE pg_has_role(current_user, owner, 'MEMBER') ORDER BY 1"""

ROLE = """
    SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
    FROM pg_roles WHERE rolname = current_user"""

Connection = psycopg.Connection[Any]


def personal_tables(connection: Connection) -> list[tuple[str, bool, bool, int]]:
    """(table, row security on, forced on the owner too, policies) for each table that names an ente or a person."""
    return connection.execute(PERSONAL, [list(NOT_OURS)]).fetchall()


def unprotected(connection: Connection) -> list[str]:
    """Tables about an ente or a person that PostgreSQL would show to anybody who asks."""
    found = []
    for table, enabled, forced, policies in personal_tables(connection):
        if table in SHARED:
            continue
        missing = [
            word for word, there in (("enabled", enabled), ("forced", forced), ("a policy", policies)) if not there
        ]
        if missing:
            found.append(f"{table}: row-level security without {', '.join(missing)}")
    return found


def long_plans(connection: Connection, tables: list[str], most: int) -> list[str]:
    """Tables whose policies alone take more than ``most`` lines of a plan: each read would pay for planning them."""
    found = []
    for table in tables:
        lines = len(connection.execute(f"EXPLAIN SELECT * FROM {table}").fetchall())  # pyright: ignore
        if lines > most:
            found.append(f"{table}: {lines} lines of plan, at most {most}: ask by a function what lies deep")
    return found


def powers(connection: Connection) -> list[str]:
    """What the role of this connection can do that the application must not: bypass, own, become an owner."""
    row = connection.execute(ROLE).fetchone()
    assert row is not None, "the role of this connection is not in pg_roles"
    names = ("is a superuser", "bypasses row-level security", "creates roles", "creates databases", "replicates")
    found = [f"{row[0]} {name}" for name, has in zip(names, row[1:], strict=True) if has]
    stronger = (
        "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(current_user, oid, 'MEMBER')"
    )
    found += [f"{row[0]} may become {name}" for (name,) in connection.execute(stronger).fetchall() if name != row[0]]
    found += [f"{row[0]} owns {thing}" for (thing,) in connection.execute(OWNED).fetchall()]
    return found
