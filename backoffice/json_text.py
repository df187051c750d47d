"""JSON that is ready already, for a script of ours."""

from litestar import Response


def json_text(text: str) -> Response[str]:
    """``text`` as it is, kept by no cache."""
    return Response(text, status_code=200, media_type="application/json", headers={"Cache-Control": "no-store"})
