"""Pages of a list, with the addresses of their neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


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
