"""Where somebody may be sent after signing in: only to pages of this site."""

from urllib.parse import urlsplit

START = "/area-personale"
LONGEST = 500


def local_path(wanted: str | None, fallback: str = START) -> str:
    """``wanted`` when it is a path of this site, else ``fallback``: no other host can be smuggled in."""
    if not wanted or len(wanted) > LONGEST or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return fallback
    if any(ord(letter) < 0x21 for letter in wanted) or "\\" in wanted:
        return fallback
    parts = urlsplit(wanted)
    return fallback if parts.scheme or parts.netloc or parts.path.startswith("/accedi") else wanted
