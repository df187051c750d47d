"""Pages that name somebody who is not signed in: no cache keeps them."""

from typing import Any

from litestar import Response


def kept_nowhere(answer: Response[Any]) -> Response[Any]:
    """The answer, for this one look."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
