"""What the migration of joined records does besides tables and columns: policies, grants, and links that follow."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import EVERYWHERE, KNOWN, grant, guard, in_reach
from domain.platform.migrations.same_person import follow_same_person


def protect() -> None:
    """After the tables. Of a pair one learns only when one may know of both; what changed is for the program."""
    first, second = KNOWN.format(column="first_id"), KNOWN.format(column="second_id")
    guard("registry.duplicate_candidate", f"{in_reach()} AND {first} AND {second}")
    guard("registry.merge", f"{in_reach()} AND {KNOWN.format(column='kept_id')}")
    guard("registry.merge_change", EVERYWHERE)
    guard("registry.former_code", f"{in_reach()} AND {KNOWN.format(column='person_id')}")
    grant("registry", append_only=("protected_opening",))
    keep_the_journal()
    op.execute(
        "ALTER TABLE registry.guardianship ADD CONSTRAINT ck_guardianship_another CHECK (person_id <> guardian_id)"
    )
    op.execute("ALTER TABLE access.delegation ADD CONSTRAINT ck_delegation_another CHECK (delegator_id <> delegate_id)")
    _diary_words()
    follow_same_person()


def _diary_words() -> None:
    words = ("automatic", "application_withdrawn", "taken_in_charge", "proposal_accepted")
    written = ("records_joined", "records_apart", "note", "interview", "home_visit", "phone_call")
    listed = ", ".join(f"'{word}'" for word in (*words, *written))
    op.execute("ALTER TABLE casework.diary_entry DROP CONSTRAINT ck_diary_entry_diary_kind")
    op.execute(f"ALTER TABLE casework.diary_entry ADD CONSTRAINT ck_diary_entry_diary_kind CHECK (kind IN ({listed}))")


def keep_the_journal() -> None:
    """Nobody rewrites what a merge has changed."""
    for table, never in (
        ("duplicate_candidate", "DELETE"),
        ("merge", "DELETE"),
        ("merge_change", "UPDATE, DELETE"),
        ("former_code", "DELETE"),
    ):
        op.execute(f"REVOKE {never} ON registry.{table} FROM {APPLICATION_ROLE}")
