"""From which page somebody came to book: a sheet or a case, to which they go back once it is booked."""

from uuid import UUID

ORIGINS = {
    "scheda": "/accoglienza/schede/{}",
    "bozza": "/accoglienza/schede/{}/modifica",
    "caso": "/casi/{}",
}
BOOKED, BOOKED_ELSEWHERE = "prenotato", "altrove"


def way_back(word: str) -> str:
    """The page that a word such as ``caso.<id>`` means; empty for any other: no address of others is followed."""
    kind, _dot, key = word.partition(".")
    try:
        return ORIGINS[kind].format(UUID(key))
    except (KeyError, ValueError):
        return ""


def after_booking(word: str, *, is_known: bool) -> str:
    """The same page, which says that it is booked; empty where nobody came from one.

    ``is_known``: whether the operator can open the appointment, which may be another office's.
    """
    path = way_back(word)
    return f"{path}?fatto={BOOKED if is_known else BOOKED_ELSEWHERE}" if path else ""
