"""The language of the text that a page shows, where it is not the language of the page itself."""

from typing import Any

from litestar import Request

from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import NotFound


def language_asked(request: Request[Any, Any, Any]) -> str:
    """The language in ``?lingua=``; Italian without. Refuses NotFound."""
    code = request.query_params.get("lingua", SOURCE.code)
    if code not in BY_CODE:
        raise NotFound
    return code
