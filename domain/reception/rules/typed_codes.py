"""From what was typed in a field of codes to the code that is meant."""

from collections.abc import Mapping
from unicodedata import combining, normalize

MOST_SHOWN = 5


class ManyMeant(ValueError):
    """What was typed fits several codes; ``labels`` are the first of them."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__("many")
        self.labels = labels


def plain(text: str) -> str:
    """Small letters without accents, one space between words."""
    spread = normalize("NFD", text.lower())
    return " ".join("".join(letter for letter in spread if not combining(letter)).split())


def meant(typed: str, labels: Mapping[str, str]) -> str | None:
    """The code that ``typed`` names: itself, its label, or the only label with all the typed words; None for none.

    ``labels`` are the codes with their labels. Raises ManyMeant when the words fit several.
    """
    wanted = plain(typed)
    for code, label in labels.items():
        if wanted in (plain(code), plain(label)):
            return code
    words = wanted.split()
    fitting = [code for code, label in labels.items() if words and all(word in plain(label) for word in words)]
    if len(fitting) > 1:
        raise ManyMeant(tuple(labels[code] for code in fitting[:MOST_SHOWN]))
    return fitting[0] if fitting else None
