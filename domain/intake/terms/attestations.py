"""Words of the attestations."""

from enum import StrEnum

from domain.kernel.text import Text, _


class AttestationKind(StrEnum):
    """What a paper says: one application was sent, what was asked in a year, an application is followed."""

    APPLICATION = "application"
    YEAR = "year"
    IN_CHARGE = "in_charge"

    @property
    def label(self) -> Text:
        """The kind as everybody reads it."""
        return KIND_LABELS[self]


KIND_LABELS: dict[AttestationKind, Text] = {
    AttestationKind.APPLICATION: _("Attestazione di domanda presentata"),
    AttestationKind.YEAR: _("Attestazione delle domande di un anno"),
    AttestationKind.IN_CHARGE: _("Attestazione di presa in carico"),
}
