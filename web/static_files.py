"""Static files with their content's hash in the name: compressed beforehand, cached for ever."""

import mimetypes
from functools import lru_cache

from litestar import Request, Response, get
from litestar.params import FromPath

from domain.kernel.refusals import NotFound
from web.access import PUBLIC
from web.rendering import STATIC

CACHE = "public, max-age=31536000, immutable"
mimetypes.add_type("font/woff2", ".woff2")


@lru_cache(maxsize=512)
def _read(path: str, encoding: str) -> bytes | None:
    file = (STATIC / path).resolve()
    if not file.is_relative_to(STATIC.resolve()) or not file.is_file():
        return None
    packed = file.with_name(file.name + encoding)
    return packed.read_bytes() if packed.is_file() else None


@get("/static/{path:path}", name="static", opt=PUBLIC["opt"] | {"exclude_from_csrf": True})
async def static_file(request: Request, path: FromPath[str]) -> Response[bytes]:
    """A file of ``static/``, in the best encoding the browser takes."""
    wanted, accepted = path.lstrip("/"), request.headers.get("accept-encoding", "")
    for name, suffix in (("br", ".br"), ("gzip", ".gz"), ("", "")):
        if name in accepted and (body := _read(wanted, suffix)) is not None:
            headers = {"Cache-Control": CACHE, "Vary": "Accept-Encoding"} | ({"Content-Encoding": name} if name else {})
            return Response(
                body, media_type=mimetypes.guess_type(wanted)[0] or "application/octet-stream", headers=headers
            )
    raise NotFound
