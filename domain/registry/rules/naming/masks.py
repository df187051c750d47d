"""A code of which only enough is shown to tell two people apart."""

SHOWN_BEFORE, SHOWN_AFTER = 3, 4


def masked(code: str) -> str:
    """The code with dots for all but the first three and the last four letters and digits."""
    hidden = max(0, len(code) - SHOWN_BEFORE - SHOWN_AFTER)
    return f"{code[:SHOWN_BEFORE]}{'•' * hidden}{code[SHOWN_BEFORE + hidden :]}"
