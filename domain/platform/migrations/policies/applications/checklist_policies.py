"""Who may see what was checked of an application: the office that handles it. Frozen once released."""

from domain.platform.migrations.row_security import grant, guard, in_reach

WHOLE = "EXISTS (SELECT 1 FROM intake.application whole WHERE whole.id = application_id)"


def protect() -> None:
    """Operators who see the application; what was checked stays as it was written."""
    guard("intake.requirement_check", f"{in_reach()} AND {WHOLE}")
    grant("intake", append_only=("requirement_check",))
