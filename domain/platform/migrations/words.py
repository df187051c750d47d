"""A column of words gets more of them."""

from alembic import op


def also(table: str, constraint: str, column: str, *words: str) -> None:
    """The words that ``column`` may be are those of before, and ``words``: whatever earlier steps have made of it.

    ``constraint`` is the check of ``table`` (with its schema) that lists them.
    """
    listed = ", ".join(f"''{word}''" for word in words)
    op.execute(f"""
        DO $$ DECLARE known text; BEGIN
            SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
            WHERE conrelid = '{table}'::regclass AND conname = '{constraint}';
            EXECUTE format('ALTER TABLE {table} DROP CONSTRAINT {constraint}, ADD CONSTRAINT {constraint}'
                           ' CHECK ({column} IN ({listed}) OR %s)', known);
        END $$""")
