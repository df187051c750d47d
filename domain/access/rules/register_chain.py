"""Whether a chain of the register is whole: every row as written, none missing, none added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from domain.access.rules.register import GENESIS, mac

LEAST_AGE = timedelta(days=730)


class Wrong(StrEnum):
    """What may be found."""

    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    CUT = "cut off at the end"
    BEGINNING = "its beginning is not the one that was left"
    NO_KEY = "its key is gone: it cannot be checked"


@dataclass(frozen=True)
class Damage:
    """Where the register is not as it was written."""

    chain: int
    sequence: int
    wrong: Wrong


class ChainCheck:
    """Follows one chain from its beginning to its end."""

    def __init__(self, keys: Mapping[str, bytes], chain: int) -> None:
        """Starts before the first row ever."""
        self._keys, self._chain = keys, chain
        self._sequence, self._hash = 0, GENESIS

    def begin(self, anchor: Mapping[str, Any], anchor_hash: str) -> Iterator[Damage]:
        """Starts behind the rows that were deleted of age. An anchor that is not ours, or too young, is damage."""
        self._sequence, self._hash = anchor["sequence"], anchor["row_hash"]
        is_of_age = anchor["anchored_at"] - anchor["last_written_at"] >= LEAST_AGE
        if not self._is_ours(dict(anchor) | {"kind": "anchor"}, anchor_hash) or not is_of_age:
            yield Damage(self._chain, self._sequence, Wrong.BEGINNING)

    def follow(self, row: Mapping[str, Any], row_hash: str) -> Iterator[Damage]:
        """The next row, by its sequence."""
        if row["key_id"] not in self._keys:
            yield Damage(self._chain, row["sequence"], Wrong.NO_KEY)
        elif not self._is_ours(row, row_hash):
            yield Damage(self._chain, row["sequence"], Wrong.CHANGED)
        if row["sequence"] != self._sequence + 1:
            missing = row["sequence"] > self._sequence
            yield Damage(self._chain, self._sequence + 1, Wrong.REMOVED if missing else Wrong.INSERTED)
        elif row["previous_hash"] != self._hash:
            yield Damage(self._chain, row["sequence"], Wrong.INSERTED)
        self._sequence, self._hash = row["sequence"], row_hash

    def end(self, head: Mapping[str, Any], head_hash: str) -> Iterator[Damage]:
        """The end of the chain, as the last writing left it."""
        is_ours = self._is_ours(dict(head) | {"kind": "head"}, head_hash)
        if not is_ours or (head["sequence"], head["row_hash"]) != (self._sequence, self._hash):
            yield Damage(self._chain, self._sequence, Wrong.CUT)

    def _is_ours(self, values: Mapping[str, Any], found: str) -> bool:
        key = self._keys.get(values["key_id"])
        return key is not None and mac(key, values) == found
