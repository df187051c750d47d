"""Files that leave for the person who asked: never run, never kept by a cache."""

from urllib.parse import quote

from litestar import Response


def download(content: bytes, file_name: str, media_type: str) -> Response[bytes]:
    """``content`` as a file called ``file_name``."""
    plain = file_name.encode("ascii", "ignore").decode().replace('"', "").replace("\\", "") or "documento"
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name)}",
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
