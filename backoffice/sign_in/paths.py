"""Where an operator goes after signing in."""

from web.paths import local_path

LONGEST = 500


def return_path(wanted: str | None) -> str:
    """``wanted`` when it is a page of this site that is not the way in itself; else the beginning."""
    path = local_path(wanted)
    return "/" if path.startswith("/accedi") or len(path) > LONGEST else path
