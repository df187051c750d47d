"""Words of access."""

from enum import StrEnum


class Site(StrEnum):
    """On which site a session lives; the two never mix."""

    PORTAL = "portal"
    BACKOFFICE = "backoffice"


class SessionEnd(StrEnum):
    """Why a session ended."""

    SIGNED_OUT = "signed_out"
    REPLACED = "replaced"
    REVOKED = "revoked"
