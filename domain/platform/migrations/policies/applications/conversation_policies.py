"""Who may see what a person and an office write to each other. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.policies.delegation_policies import ACTOR, CITIZEN, DELEGATED, IS_DELEGATE
from domain.platform.migrations.row_security import KNOWN, grant, guard, in_family, in_reach, own

ONESELF = f"({CITIZEN} AND person_id::text = {ACTOR})"
FUNCTIONS = {
    "correspondence.sees_conversation(asked_id uuid)": "SELECT FROM correspondence.conversation c WHERE c.id = $1",
    "correspondence.sees_message(asked_id uuid)": "SELECT FROM correspondence.conversation_message m WHERE m.id = $1",
}


def protect() -> None:
    """After the tables.

    The person, the office, and who acts for the person: by law in everything, by delegation in the application in
    scope. Never who acts for a person whose messages are hidden, whenever they were hidden. What the office notes for
    itself is the office's. Of a message only that it was read can be written later.
    """
    _kept_from_others()
    office = f"({in_reach()} AND {KNOWN.format(column='person_id')})"
    delegated = f"{IS_DELEGATE} AND {DELEGATED.format(column='person_id')}"
    delegated += " AND about = 'application' AND intake.sees_application(subject_id)"
    acting = f"({CITIZEN} AND ({own('person_id')} OR ({delegated}))"
    acting += " AND NOT correspondence.is_kept_from_others(person_id))"
    guard("correspondence.conversation", f"{office} OR {ONESELF} OR {acting}")
    for signature, asked in FUNCTIONS.items():
        op.execute(
            f"CREATE FUNCTION {signature} RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE"
            f" AS $body$ BEGIN RETURN EXISTS ({asked}); END $body$"
        )
    guard(
        "correspondence.conversation_message",
        f"(side <> 'note' OR NOT {CITIZEN}) AND correspondence.sees_conversation(conversation_id)",
    )
    guard("correspondence.conversation_file", "correspondence.sees_message(message_id)")
    for table in ("ready_answer", "conversation_rules"):
        guard(f"correspondence.{table}", in_reach(), read=in_family())
    grant("correspondence", append_only=("conversation_message", "conversation_file"))
    op.execute(f"GRANT UPDATE (read_at) ON correspondence.conversation_message TO {APPLICATION_ROLE}")
    op.execute(f"REVOKE DELETE ON correspondence.conversation, correspondence.ready_answer FROM {APPLICATION_ROLE}")
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps the conversations


def _kept_from_others() -> None:
    """Who acts for a person may not read how the person is safely reached: the database answers this one question."""
    op.execute("""
        CREATE FUNCTION correspondence.is_kept_from_others(asked_id uuid) RETURNS boolean LANGUAGE sql STABLE
        PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET app.kind = 'system' SET app.enti = '*' AS $body$
            SELECT EXISTS (SELECT FROM correspondence.contact_profile kept
                           WHERE kept.person_id = $1 AND kept.ended_at IS NULL AND kept.is_hidden)
        $body$""")
