"""Why two records may be of one person, in words."""

from enum import StrEnum

from domain.kernel.text import Text, _


class DuplicateReason(StrEnum):
    """Why two records may be of one person."""

    SAME_CODE = "same_code"
    OMOCODIA = "omocodia"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SWAPPED_NAMES = "swapped_names"
    SIMILAR_NAME_AND_BIRTH = "similar_name_and_birth"
    SIMILAR_NAME = "similar_name"
    SAME_ALIAS = "same_alias"
    SAME_PHONE = "same_phone"
    SAME_ADDRESS = "same_address"
    SAME_HOUSEHOLD = "same_household"
    PROVISIONAL_CODE = "provisional_code"
    OTHER_BIRTH = "other_birth"
    OTHER_CODE = "other_code"

    @property
    def label(self) -> Text:
        """The reason as operators read it."""
        return DUPLICATE_REASON_LABELS[self]


DUPLICATE_REASON_LABELS: dict[DuplicateReason, Text] = {
    DuplicateReason.SAME_CODE: _("stesso codice fiscale"),
    DuplicateReason.OMOCODIA: _("stesso codice fiscale, con lettere al posto delle cifre"),
    DuplicateReason.SAME_NAME_AND_BIRTH: _("stesso nome e stessa data di nascita"),
    DuplicateReason.SWAPPED_NAMES: _("nome e cognome scambiati"),
    DuplicateReason.SIMILAR_NAME_AND_BIRTH: _("nome simile e stessa data di nascita"),
    DuplicateReason.SIMILAR_NAME: _("nome simile"),
    DuplicateReason.SAME_ALIAS: _("stesso alias"),
    DuplicateReason.SAME_PHONE: _("stesso telefono o e-mail"),
    DuplicateReason.SAME_ADDRESS: _("stesso indirizzo"),
    DuplicateReason.SAME_HOUSEHOLD: _("stesso nucleo"),
    DuplicateReason.PROVISIONAL_CODE: _("una delle due ha un codice provvisorio"),
    DuplicateReason.OTHER_BIRTH: _("data di nascita diversa"),
    DuplicateReason.OTHER_CODE: _("codice fiscale diverso"),
}
