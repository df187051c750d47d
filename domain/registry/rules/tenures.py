"""What happens to something held from a day on when something else takes its place."""

from datetime import date

from sqlalchemy.dialects.postgresql import Range


def left_on(held: "Range[date]", day: date) -> "Range[date] | None":
    """The part of ``held`` before ``day``; None when there is none: it started on that day or later."""
    if held.lower is not None and held.lower >= day:
        return None
    return Range(held.lower, day)
