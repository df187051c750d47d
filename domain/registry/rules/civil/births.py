"""Where somebody was born, read from the codice fiscale: the registry's answers name places by other codes."""

LENGTH = 16
FIRST, LAST = 11, 15
_OMOCODIA = str.maketrans("LMNPQRSTUV", "0123456789")


def birthplace_in(codice_fiscale: str) -> str | None:
    """The Belfiore code of the comune or state of birth; None for a provisional code."""
    if len(codice_fiscale) != LENGTH:
        return None
    place = codice_fiscale[FIRST:LAST]
    return place[0] + place[1:].translate(_OMOCODIA)
