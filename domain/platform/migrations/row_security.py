"""Row-level security, the second lock behind the door queries: helpers for migrations.

The application tells PostgreSQL who asks (``platform/database.py``); the functions of ``foundation()`` read it.
A transaction that tells nothing sees nothing.
"""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE

IN_REACH = "((SELECT platform.everywhere()) OR {column} = ANY ((SELECT platform.reach())::uuid[]))"
IN_FAMILY = "((SELECT platform.kind()) = 'system' OR {column} = ANY ((SELECT platform.family())::uuid[]))"
OWN = "{column} = ANY ((SELECT platform.people())::uuid[])"
KNOWN = "EXISTS (SELECT 1 FROM registry.person known WHERE known.id = {column})"
EVERYWHERE = "(SELECT platform.everywhere())"
SYSTEM = "(SELECT platform.kind()) = 'system'"


def in_reach(column: str = "ente_id") -> str:
    """The ente is one in which the operator or the system works."""
    return IN_REACH.format(column=column)


def in_family(column: str = "ente_id") -> str:
    """The ente belongs to the same ambito."""
    return IN_FAMILY.format(column=column)


def own(column: str) -> str:
    """The person is the citizen or somebody the citizen acts for."""
    return OWN.format(column=column)


def of_person(column: str = "person_id") -> str:
    """In reach and about somebody the operator may know of; or one's own."""
    return f"({in_reach()} AND {KNOWN.format(column=column)}) OR {own(column)}"


def foundation() -> None:
    """The role of the application, and the functions by which policies know who asks."""
    op.execute(f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{APPLICATION_ROLE}') THEN
                CREATE ROLE {APPLICATION_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
            END IF;
        END $$""")
    _function("kind", "text", "coalesce(current_setting('app.kind', true), '')")
    _function("actor", "text", "coalesce(current_setting('app.actor', true), '')")
    _function(
        "everywhere",
        "boolean",
        "coalesce(current_setting('app.kind', true) = 'system' AND current_setting('app.enti', true) = '*', false)",
    )
    for name, setting in (("reach", "enti"), ("family", "family"), ("people", "people")):
        _function(
            name,
            "uuid[]",
            f"coalesce(string_to_array(nullif(nullif(current_setting('app.{setting}', true), ''), '*'), ',')::uuid[],"
            " '{}'::uuid[])",
        )


def _function(name: str, returns: str, body: str) -> None:
    op.execute(
        f"CREATE FUNCTION platform.{name}() RETURNS {returns} LANGUAGE sql STABLE PARALLEL SAFE "
        f"AS $body$ SELECT {body} $body$"
    )


def guard(table: str, condition: str, *, read: str | None = None, add: str | None = None) -> None:
    """Enable and force row-level security: ``condition`` for everything, wider for reading or adding where given."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY everything ON {table} USING ({condition}) WITH CHECK ({condition})")
    if read:
        op.execute(f"CREATE POLICY reading ON {table} FOR SELECT USING ({read})")
    if add:
        op.execute(f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({add})")


def grant(schema: str, *, append_only: tuple[str, ...] = ()) -> None:
    """Let the application read and write the new tables of ``schema``; ``append_only`` ones only read and add to.

    What an earlier migration took away from an older table stays taken away.
    """
    op.execute(f"GRANT USAGE ON SCHEMA {schema} TO {APPLICATION_ROLE}")
    op.execute(f"""
        DO $$ DECLARE new_table regclass; BEGIN
            FOR new_table IN
                SELECT oid::regclass FROM pg_class
                WHERE relkind IN ('r', 'p') AND relnamespace = '{schema}'::regnamespace
                  AND NOT has_table_privilege('{APPLICATION_ROLE}', oid, 'SELECT')
            LOOP
                EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO {APPLICATION_ROLE}', new_table);
            END LOOP;
        END $$""")
    for table in append_only:
        op.execute(f"REVOKE UPDATE, DELETE ON {schema}.{table} FROM {APPLICATION_ROLE}")
