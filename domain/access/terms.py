"""Words of access."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Site(StrEnum):
    """On which site a session lives; the two never mix."""

    PORTAL = "portal"
    BACKOFFICE = "backoffice"


class Way(StrEnum):
    """By which way somebody came in. ENTE is the ente's own identity provider, for its operators."""

    SPID = "spid"
    CIE = "cie"
    EIDAS = "eidas"
    CNS = "cns"
    CODE = "code"
    PASSWORD = "password"  # noqa: S105 - the name of a way
    PASSKEY = "passkey"
    ENTE = "ente"

    @property
    def label(self) -> Text:
        """The way as people read it."""
        return WAY_LABELS[self]


class SessionEnd(StrEnum):
    """Why a session ended."""

    SIGNED_OUT = "signed_out"
    REPLACED = "replaced"
    REVOKED = "revoked"
    PROVIDER = "provider"


WAY_LABELS: dict[Way, Text] = {
    Way.SPID: _("SPID"),
    Way.CIE: _("CIE"),
    Way.EIDAS: _("Identità digitale di un altro Paese (eIDAS)"),
    Way.CNS: _("Tessera sanitaria (TS-CNS)"),
    Way.CODE: _("Codice usa e getta"),
    Way.PASSWORD: _("Password e codice"),
    Way.PASSKEY: _("Passkey"),
    Way.ENTE: _("Account del tuo ente"),
}
