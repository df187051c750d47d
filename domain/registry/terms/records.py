"""Words of records that may be of one person: why they look alike, and what was decided."""

from enum import StrEnum

from domain.kernel.text import Text, _


class MatchReason(StrEnum):
    """Why somebody is among what a search has found."""

    NAME = "name"
    SIMILAR_NAME = "similar_name"
    ALIAS = "alias"
    FORMER_NAME = "former_name"
    BIRTH_DATE = "birth_date"
    SIMILAR_BIRTH_DATE = "similar_birth_date"
    BIRTH_YEAR = "birth_year"
    CODE = "code"
    SIMILAR_CODE = "similar_code"
    FORMER_CODE = "former_code"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"

    @property
    def label(self) -> Text:
        """The reason as people read it."""
        return MATCH_REASON_LABELS[self]


class DuplicateStatus(StrEnum):
    """What became of two records that look like one person's."""

    OPEN = "open"
    MERGED = "merged"
    APART = "apart"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return DUPLICATE_STATUS_LABELS[self]


class PersonField(StrEnum):
    """What two records of one person may say differently: an operator chooses which one is right.

    Of aliases, citizenships, addresses and contacts there may be several: those of both records stay.
    """

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    CODICE_FISCALE = "codice_fiscale"
    BORN_ON = "born_on"
    BIRTHPLACE_CODE = "birthplace_code"
    SEX = "sex"
    LANGUAGE = "language"
    ENTE_ID = "ente_id"

    @property
    def label(self) -> Text:
        """The field as operators read it."""
        return PERSON_FIELD_LABELS[self]


MATCH_REASON_LABELS: dict[MatchReason, Text] = {
    MatchReason.NAME: _("Il nome corrisponde"),
    MatchReason.SIMILAR_NAME: _("Nome simile"),
    MatchReason.ALIAS: _("Altro nome usato"),
    MatchReason.FORMER_NAME: _("Nome di prima"),
    MatchReason.BIRTH_DATE: _("Stessa data di nascita"),
    MatchReason.SIMILAR_BIRTH_DATE: _("Data di nascita simile"),
    MatchReason.BIRTH_YEAR: _("Stesso anno di nascita"),
    MatchReason.CODE: _("Stesso codice fiscale"),
    MatchReason.SIMILAR_CODE: _("Codice fiscale simile"),
    MatchReason.FORMER_CODE: _("Codice di prima"),
    MatchReason.PHONE: _("Stesso telefono"),
    MatchReason.EMAIL: _("Stessa e-mail"),
    MatchReason.ADDRESS: _("Stesso indirizzo"),
}


DUPLICATE_STATUS_LABELS: dict[DuplicateStatus, Text] = {
    DuplicateStatus.OPEN: _("Da guardare"),
    DuplicateStatus.MERGED: _("Unite"),
    DuplicateStatus.APART: _("Persone diverse"),
}


PERSON_FIELD_LABELS: dict[PersonField, Text] = {
    PersonField.GIVEN_NAME: _("Nome"),
    PersonField.FAMILY_NAME: _("Cognome"),
    PersonField.CODICE_FISCALE: _("Codice fiscale"),
    PersonField.BORN_ON: _("Data di nascita"),
    PersonField.BIRTHPLACE_CODE: _("Luogo di nascita"),
    PersonField.SEX: _("Sesso"),
    PersonField.LANGUAGE: _("Lingua"),
    PersonField.ENTE_ID: _("Ente che tiene la scheda"),
}
