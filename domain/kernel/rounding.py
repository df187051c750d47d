"""Counts for who may not know who is counted: small numbers say nothing of anybody."""

STEP = 5


def rounded(count: int) -> int:
    """The nearest multiple of five: one or two people are nought, three to seven are five."""
    return (count + STEP // 2) // STEP * STEP
