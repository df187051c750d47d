"""Who may see by what a person is found: who may know of the person. The vocabulary names nobody. Frozen once released."""

from domain.platform.migrations.row_security import KNOWN, grant, guard, in_reach, own

# Protection is asked of the person only where a row says that somebody is hidden: a search reads thousands of rows.
SEEN = f"(NOT is_hidden OR {KNOWN.format(column='person_id')})"


def protect() -> None:
    """Policies and grants, after the tables."""
    for table in ("found_by", "clue"):
        guard(f"registry.{table}", f"({in_reach()} AND {SEEN}) OR {own('person_id')}")
    grant("registry", append_only=("protected_opening",))
