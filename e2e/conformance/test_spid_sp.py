"""AgID's tool finds nothing wrong with our sign-in by SAML; skipped, with the reason, where it cannot be installed."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from e2e.conformance.environments import NotHere
from e2e.conformance.installation import Installation, installation
from e2e.conformance.spid_sp_test import (
    RUNS,
    Run,
    check,
    check_certificate,
    provider_files,
    tool_environment,
)

pytestmark = pytest.mark.slow
ANSWERS = {"cie-sp-public": 109}
"""How many answers the tool brings: CIE has no Format of an issuer that two of the 111 could be about."""


@pytest.fixture(scope="module")
def tool() -> Path:
    """The tool, in an environment of its own."""
    try:
        return tool_environment()
    except NotHere as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="module")
def site(tool: Path) -> Iterator[Installation]:
    """A portal that knows the tool's provider. Not under pytest's folder, which PostgreSQL's user may not enter."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with installation(folder / "site", provider_files(tool, folder)) as found:
            yield found


@pytest.mark.parametrize("one", RUNS, ids=[run.name for run in RUNS])
def test_the_tool_finds_nothing_wrong(tool: Path, site: Installation, one: Run) -> None:
    verdict = check(tool, site, one)
    assert verdict.failed == ()
    assert {kind: made > 0 for kind, made in verdict.made.items()} == {
        "metadata_extra": True,
        "authnrequest_extra": True,
        "response": True,
    }, verdict.said
    assert verdict.made["response"] == ANSWERS.get(one.profile, 111)


@pytest.mark.parametrize("metadata", ["/spid/metadata", "/cie/metadata"])
def test_our_certificates_follow_the_profile_of_public_bodies(tool: Path, site: Installation, metadata: str) -> None:
    verdict = check_certificate(tool, site, metadata)
    assert verdict.is_good, verdict


def test_a_fault_would_be_found(tool: Path, site: Installation) -> None:
    wrong = Run("wrong", "spid-sp-private", "spid", "/spid/metadata", RUNS[0].login)
    assert not check(tool, site, wrong).is_good
