"""Passwords and papers that cost little, for tests that are not about them."""

from functools import lru_cache
from io import BytesIO

import pikepdf
import pytest
from argon2 import PasswordHasher

from domain.access.rules import passwords
from domain.intake import jobs as intake_jobs
from domain.platform.pdf.act import Act
from domain.privacy import jobs as privacy_jobs


def hash_cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep passwords by argon2id with the least work there is."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", cheap)
    monkeypatch.setattr(passwords, "NOBODY", cheap.hash("nobody's password"))


def print_cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every act that a job prints is one empty page."""
    for jobs in (intake_jobs, privacy_jobs):
        monkeypatch.setattr(jobs, "to_pdf", _empty_page)


def _empty_page(_act: Act) -> bytes:
    return _one_page()


@lru_cache(maxsize=1)
def _one_page() -> bytes:
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()
