"""The addresses of the pages of bandi, and numbers as they are typed."""

from uuid import UUID

PATH = "/bandi"
BANDO = "/bandi/{bando_id:uuid}"


def bando_path(bando_id: UUID, rest: str = "") -> str:
    """The page of a bando, or one below it."""
    return f"{PATH}/{bando_id}{rest}"


def as_typed(hundredths: int) -> str:
    """Hundredths as somebody types them: ``2,5``, ``6000``."""
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole}" + (f",{rest:02d}".rstrip("0") if rest else "")
