"""Why one certificate of several does not count for what is asked."""

from enum import StrEnum

from domain.kernel.text import Text, _


class SetAside(StrEnum):
    """Why a certificate that is believed is not the one that counts."""

    OTHER_KIND = "other_kind"
    NOT_THEN = "not_then"
    CURRENT_COUNTS = "current_counts"
    NEWER_COUNTS = "newer_counts"

    @property
    def label(self) -> Text:
        """The reason as operators read it."""
        return SET_ASIDE_LABELS[self]


SET_ASIDE_LABELS: dict[SetAside, Text] = {
    SetAside.OTHER_KIND: _("Qui serve un altro tipo di ISEE."),
    SetAside.NOT_THEN: _("Il giorno della domanda non valeva."),
    SetAside.CURRENT_COUNTS: _("Al suo posto vale l'ISEE corrente."),
    SetAside.NEWER_COUNTS: _("Ne vale uno con una DSU più recente."),
}
