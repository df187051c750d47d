"""Nobody is sent on to a stranger's site."""

import pytest

from web.paths import local_path


@pytest.mark.parametrize("wanted", ["/domande", "/servizi/assistenza?x=1", "/"])
def test_our_own_paths_are_followed(wanted: str) -> None:
    assert local_path(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    ["//altri.example", "https://altri.example", "/\\altri.example", "altri", "", None, "/a\nb", "javascript:alert(1)"],
)
def test_anything_else_leads_home(wanted: str | None) -> None:
    assert local_path(wanted) == "/"
