"""Finding a service from what people type, wrong letters and accents included."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from domain.catalogue.rules.card import ServiceCard

CLOSE_ENOUGH = 0.75
SHORTEST = 3
LONGEST_QUERY = 100


def likeness(card: ServiceCard, typed: str) -> float:
    """How well ``card`` answers ``typed``, from 0 (not at all) to 1; every typed word counts, in any language."""
    wanted = [word for word in _words(typed[:LONGEST_QUERY]) if len(word) >= SHORTEST]
    if not wanted:
        return 1.0
    found = {word for sentence in _sentences(card) for word in _words(sentence)}
    scores = [max((_close(word, other) for other in found), default=0.0) for word in wanted]
    hits = [score for score in scores if score >= CLOSE_ENOUGH]
    return sum(hits) / len(wanted) if 2 * len(hits) >= len(wanted) else 0.0


def _close(word: str, other: str) -> float:
    if other.startswith(word):
        return 1.0
    if abs(len(word) - len(other)) > 2:
        return 0.0
    return SequenceMatcher(None, word, other).ratio()


def _sentences(card: ServiceCard) -> Iterable[str]:
    for localised in (card.title, card.summary, card.addressed_to, card.topic, card.area, *card.also_called):
        yield from localised.every


def _words(sentence: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", sentence.lower())
    return re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
