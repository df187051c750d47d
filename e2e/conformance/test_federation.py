"""A federation that is not of our making lets our people in, and lets them refuse and go out.

Skipped, with the reason, where its package cannot be installed.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from e2e.conformance.environments import NotHere
from e2e.conformance.federation import PAIRS, check_pair
from e2e.conformance.other_side import package_environment

pytestmark = pytest.mark.slow
TRIED = PAIRS if os.environ.get("SPORTELLO_THOROUGH") else (PAIRS[0], PAIRS[-1])
"""Each choice of the two ciphers once; every pair of them when all is wanted."""


@pytest.fixture(scope="module")
def package() -> Path:
    """The Python of the package's environment."""
    try:
        return package_environment()
    except NotHere as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize("pair", TRIED, ids=" ".join)
def test_a_sign_in_a_refusal_and_a_revocation(package: Path, pair: tuple[str, str]) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        passed = check_pair(package, Path(temporary), pair)
    assert [one.partition(":")[0] for one in passed] == [
        "chain and trust mark",
        "sign-in",
        "sign-out and revocation",
        "refusal",
    ]
