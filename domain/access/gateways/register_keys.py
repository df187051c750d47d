"""The master keys as the register uses them: the last one seals and authenticates, every one opens and checks."""

from functools import lru_cache
from uuid import UUID

from domain.platform.settings import settings
from domain.platform.storage.file_cipher import KeyRing, open_sealed, seal


class RegisterKeys:
    """Seals the bodies of the register; knows keys by their ids, so that old rows outlive a roll-over."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        """Refuses an empty ring (ValueError): without a key nothing is written, and nobody signs in."""
        self._ring, self.by_id = KeyRing(keys), keys

    @property
    def current_id(self) -> str:
        """The id of the key for new rows."""
        return self._ring.current

    @property
    def current(self) -> bytes:
        """The key for new rows."""
        return self.by_id[self.current_id]

    def seal(self, body: bytes, record_id: UUID) -> bytes:
        """``body`` sealed for the row ``record_id`` alone."""
        return seal(self._ring, body, f"register/{record_id}")

    def open(self, sealed: bytes, record_id: UUID) -> bytes:
        """The body again. Refuses another row's bytes (FileDamaged) and a key that is gone (KeyUnavailable)."""
        return open_sealed(self._ring, iter([sealed]), f"register/{record_id}")


@lru_cache(maxsize=1)
def _keys(_ids: tuple[tuple[str, bytes], ...]) -> RegisterKeys:
    return RegisterKeys(dict(_ids))


def register_keys() -> RegisterKeys:
    """The keys of this installation."""
    return _keys(tuple(settings().keys.items()))
