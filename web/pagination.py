"""Pages of a list, with the addresses of their neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from litestar import Request

LONGEST = 8


@dataclass(frozen=True)
class PageLinks:
    """Where a list stands: for the ``pagination`` macro."""

    number: int
    pages: int
    path: str
    query: Mapping[str, str]

    def url(self, number: int) -> str:
        """The address of page ``number``, keeping the filters."""
        return f"{self.path}?{urlencode({**self.query, 'pagina': number})}"


def page_number(request: Request[Any, Any, Any]) -> int:
    """The page asked for by ``?pagina=``; anything that is not a number means the first."""
    asked = request.query_params.get("pagina", "1")
    return max(1, int(asked)) if asked.isdigit() and len(asked) < LONGEST else 1
