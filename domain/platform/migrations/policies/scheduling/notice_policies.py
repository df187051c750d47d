"""Who may see how an ente reminds people, and whom it told of a closed time. Frozen once released."""

from domain.platform.migrations.row_security import grant, guard, in_family, in_reach
from domain.platform.migrations.words import also

OCCASIONS = ("appointment_reminder", "appointment_earlier", "appointment_replaced", "appointment_called_off")
SEEN = "scheduling.sees_appointment(appointment_id)"


def protect() -> None:
    """The rules are known in the ambito; that somebody was told is for who may know of their appointment."""
    guard("scheduling.notice_rules", in_reach(), read=in_family())
    guard("scheduling.closing_notice", f"{in_reach()} AND {SEEN}")
    grant("scheduling")
    for table in ("letter", "message_template"):
        also(f"correspondence.{table}", f"ck_{table}_occasion", "occasion", *OCCASIONS)
