"""Where people may be sent on to: only paths of this site."""

from urllib.parse import urlsplit


def local_path(wanted: str | None, otherwise: str = "/") -> str:
    """``wanted`` when it is a path of this site, else ``otherwise``: nobody is sent to a stranger's site."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or "\\" in wanted:
        return otherwise
    parts = urlsplit(wanted)
    is_clean = not parts.scheme and not parts.netloc and wanted.isprintable()
    return wanted if is_clean else otherwise
