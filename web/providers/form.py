"""Reads what providers post to us: small forms, of which nothing is believed."""

from typing import Any
from urllib.parse import parse_qsl

from litestar import Request

LARGEST = 256 * 1024
"""Octets of a posted message; honest ones have some 20 KiB."""
MOST_FIELDS = 20
FORM = "application/x-www-form-urlencoded"
Fields = tuple[tuple[str, str], ...]


class NotAForm(Exception):
    """What came is no form, or too large; the text is for our log."""


async def posted_form(request: Request[Any, Any, Any]) -> Fields:
    """Every pair of the form, doubled ones too.

    Raises NotAForm: another content type, too large, not a form. What is too large is read to its end and thrown
    away, so that the browser shows our page.
    """
    body, size = bytearray(), 0
    async for piece in request.stream():
        size += len(piece)
        if size <= LARGEST:
            body += piece
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise NotAForm("not a form")
    if size > LARGEST:
        raise NotAForm("body too large")
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:  # not ASCII, too many fields, or not UTF-8 behind the percent signs
        raise NotAForm("not a form") from None
    return tuple(pairs)
