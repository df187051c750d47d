"""In which languages an ente speaks: always Italian, then those it chooses among the ones we have."""

from collections.abc import Iterable

from domain.kernel.languages import BY_CODE, SOURCE


def languages_with_source(chosen: Iterable[str]) -> list[str]:
    """The chosen codes we have, each once, in the order of our list; Italian is always there, first."""
    wanted = {*chosen, SOURCE.code}
    return [code for code in BY_CODE if code in wanted]
