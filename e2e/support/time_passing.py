"""Letting time pass in the demo: a session grows old."""

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
