"""Who may see how an ente reminds people, and whom it told of a closed time. Frozen once released."""

from alembic import op

from domain.platform.migrations.row_security import grant, guard, in_family, in_reach

OCCASIONS = ("appointment_reminder", "appointment_earlier", "appointment_replaced", "appointment_called_off")
SEEN = "scheduling.sees_appointment(appointment_id)"


def protect() -> None:
    """The rules are known in the ambito; that somebody was told is for who may know of their appointment."""
    guard("scheduling.notice_rules", in_reach(), read=in_family())
    guard("scheduling.closing_notice", f"{in_reach()} AND {SEEN}")
    grant("scheduling")
    for table in ("letter", "message_template"):
        _also(f"correspondence.{table}", f"ck_{table}_occasion", OCCASIONS)


def _also(table: str, constraint: str, words: tuple[str, ...]) -> None:
    """The occasions of before, and ``words``."""
    listed = ", ".join(f"''{word}''" for word in words)
    op.execute(f"""
        DO $$ DECLARE known text; BEGIN
            SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
            WHERE conrelid = '{table}'::regclass AND conname = '{constraint}';
            EXECUTE format('ALTER TABLE {table} DROP CONSTRAINT {constraint}, ADD CONSTRAINT {constraint}'
                           ' CHECK (occasion IN ({listed}) OR %s)', known);
        END $$""")
