"""Passwords that cost little, for tests that are not about their cost."""

import pytest
from argon2 import PasswordHasher

from domain.access.rules import passwords


def hash_cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep passwords by argon2id with the least work there is."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", cheap)
    monkeypatch.setattr(passwords, "NOBODY", cheap.hash("nobody's password"))
