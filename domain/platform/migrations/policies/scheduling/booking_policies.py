"""Who may see what people type while they book, and what an ente decides about it. Frozen once released."""

from alembic import op

from domain.platform.migrations.row_security import EVERYWHERE, grant, guard, in_family, in_reach

OCCASIONS = ("appointment_booked", "appointment_moved", "appointment_cancelled")


def protect() -> None:
    """What is typed is the program's alone, until it becomes an appointment; the rules are known in the ambito."""
    guard("scheduling.booking_rules", in_reach(), read=in_family())
    guard("scheduling.booking_draft", EVERYWHERE)
    grant("scheduling")
    for table in ("letter", "message_template"):
        _also(f"correspondence.{table}", f"ck_{table}_occasion", "occasion", OCCASIONS)
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps what is typed


def _also(table: str, constraint: str, column: str, words: tuple[str, ...]) -> None:
    """The words that ``column`` may be are those of before, and ``words``."""
    listed = ", ".join(f"''{word}''" for word in words)
    op.execute(f"""
        DO $$ DECLARE known text; BEGIN
            SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
            WHERE conrelid = '{table}'::regclass AND conname = '{constraint}';
            EXECUTE format('ALTER TABLE {table} DROP CONSTRAINT {constraint}, ADD CONSTRAINT {constraint}'
                           ' CHECK ({column} IN ({listed}) OR %s)', known);
        END $$""")
