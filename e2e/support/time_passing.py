"""Letting time pass in the demo: a session grows old, the last day of a decree goes by."""

from collections.abc import Iterator
from contextlib import contextmanager

from e2e.support.running_demo import RunningDemo


def session_grows_old(demo: RunningDemo, name: str, *, minutes: int) -> None:
    """The sessions of the citizen called ``name`` were last used ``minutes`` ago."""
    with demo.database() as owner:
        aged = owner.execute(
            "UPDATE access.session SET last_seen_at = last_seen_at - make_interval(mins => %s)"
            " FROM access.account account JOIN registry.person person ON person.id = account.person_id"
            " WHERE account.id = session.account_id AND session.ended_at IS NULL"
            " AND person.given_name || ' ' || person.family_name = %s",
            (minutes, name),
        )
        assert aged.rowcount, f"{name} has no session"


def refused_readings(demo: RunningDemo, subject_id: str, name: str) -> int:
    """How many times the citizen called ``name`` was refused the thing ``subject_id``, as the reading log says."""
    with demo.database() as owner:
        row = owner.execute(
            "SELECT count(*) FROM platform.reading JOIN registry.person person ON person.id = reading.citizen_id"
            " WHERE subject_id = %s AND NOT is_granted AND person.given_name || ' ' || person.family_name = %s",
            (subject_id, name),
        ).fetchone()
        assert row
        return row[0]


@contextmanager
def decree_ended_yesterday(demo: RunningDemo, guardian: str, ward: str) -> Iterator[None]:
    """The right of ``guardian`` to act for ``ward`` ended at midnight, Rome time, for as long as the block lasts."""
    with demo.database() as owner:
        held = owner.execute(
            "SELECT title.id, title.held_during::text FROM registry.guardianship title"
            " JOIN registry.person guardian ON guardian.id = title.guardian_id"
            " JOIN registry.person ward ON ward.id = title.person_id"
            " WHERE guardian.given_name || ' ' || guardian.family_name = %s"
            " AND ward.given_name || ' ' || ward.family_name = %s",
            (guardian, ward),
        )
        title_id, before = held.fetchone() or (None, None)
        assert title_id, f"{guardian} never had a right to act for {ward}"
        owner.execute(
            "UPDATE registry.guardianship SET held_during ="
            " daterange(lower(held_during), (now() AT TIME ZONE 'Europe/Rome')::date) WHERE id = %s",
            (title_id,),
        )
        try:
            yield
        finally:
            owner.execute(
                "UPDATE registry.guardianship SET held_during = %s::daterange WHERE id = %s", (before, title_id)
            )
