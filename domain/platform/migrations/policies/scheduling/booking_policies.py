"""Who may see what people type while they book, and what an ente decides about it. Frozen once released."""

from alembic import op

from domain.platform.migrations.row_security import EVERYWHERE, grant, guard, in_family, in_reach
from domain.platform.migrations.words import also

OCCASIONS = ("appointment_booked", "appointment_moved", "appointment_cancelled")


def protect() -> None:
    """What is typed is the program's alone, until it becomes an appointment; the rules are known in the ambito."""
    guard("scheduling.booking_rules", in_reach(), read=in_family())
    guard("scheduling.booking_draft", EVERYWHERE)
    grant("scheduling")
    for table in ("letter", "message_template"):
        also(f"correspondence.{table}", f"ck_{table}_occasion", "occasion", *OCCASIONS)
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps what is typed
