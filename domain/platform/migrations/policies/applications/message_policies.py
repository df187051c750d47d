"""Who may see which rows of messages, of how somebody is reached, and of notices. Frozen once released."""

from alembic import op

from domain.platform.migrations.policies.delegation_policies import ACTOR, CITIZEN
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_family, in_reach, own

ONESELF = f"({CITIZEN} AND person_id::text = {ACTOR})"
"""The person, and nobody who acts for the person: what is safe is often to be hidden from them."""


def protect() -> None:
    """After the tables.

    How somebody is safely reached is read by every operator who may know of the person, also of another ente, and by
    nobody who acts for the person; the same for deliveries. A hidden message is not there for who acts for the person.
    """
    known = KNOWN.format(column="person_id")
    office = f"({in_reach()} AND {known})"
    op.execute("DROP POLICY everything ON correspondence.letter")
    op.execute(
        "CREATE POLICY everything ON correspondence.letter"
        f" USING ({office} OR {ONESELF} OR ({own('person_id')} AND NOT is_hidden))"
        f" WITH CHECK ({office} OR {ONESELF})"
    )
    guard("correspondence.delivery", f"{office} OR {ONESELF}")
    guard(
        "correspondence.delivery_attempt",
        f"{in_reach()} AND EXISTS (SELECT 1 FROM correspondence.delivery whole WHERE whole.id = delivery_id)",
    )
    guard(
        "correspondence.contact_profile",
        f"{office} OR {ONESELF}",
        read=f"NOT {CITIZEN} AND {known}",
    )
    for table in ("message_template", "message_hours"):
        guard(f"correspondence.{table}", in_reach(), read=in_family())
    for table in ("notice", "notice_choice"):
        guard(f"correspondence.{table}", f"({SYSTEM} AND {in_reach()}) OR operator_id::text = {ACTOR}")
    grant("correspondence", append_only=("delivery_attempt", "message_template", "message_hours"))


def carry_over() -> None:
    """What was one way of a letter becomes its delivery, with the letter's own id: jobs that wait still find it.

    Letters of before count as read.
    """
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    op.execute("UPDATE correspondence.letter SET read_at = created_at")
    op.execute("""
        INSERT INTO correspondence.delivery
            (id, created_at, ente_id, letter_id, person_id, channel, recipient, belongs_to, status, attempts, sent_at)
        SELECT id, created_at, ente_id, id, person_id, channel, recipient, '', status, attempts, sent_at
        FROM correspondence.letter WHERE status <> 'undeliverable' AND recipient <> ''""")
