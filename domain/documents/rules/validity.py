"""Until when a document counts, by its kind: what the program ships, and what follows from it."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from domain.documents.terms import DocumentKind, Lasting, Standing


@dataclass(frozen=True)
class Validity:
    """Whether documents of a kind expire, how their last day is known, and by which law; ``source`` may be empty."""

    is_expiring: bool
    lasting: Lasting = Lasting.AS_WRITTEN
    months: int | None = None
    source: str = ""


FOR_EVER = Validity(is_expiring=False)
SHIPPED: dict[DocumentKind, Validity] = {
    DocumentKind.IDENTITY_CARD: Validity(True, source="D.L. 112/2008, art. 31"),
    DocumentKind.PASSPORT: Validity(True, source="L. 1185/1967, art. 17"),
    DocumentKind.RESIDENCE_PERMIT: Validity(True, source="D.Lgs. 286/1998, art. 5"),
    DocumentKind.ISEE_CERTIFICATE: Validity(True, Lasting.YEAR_END, source="D.Lgs. 147/2017, art. 10, c. 4"),
    DocumentKind.DISABILITY_REPORT: Validity(True),
    DocumentKind.RENTAL_CONTRACT: Validity(True),
}
"""What is not here does not expire, until the ente says so. No months are shipped: the ente knows its services."""

STANDS_FOR: dict[DocumentKind, frozenset[DocumentKind]] = {
    # D.P.R. 445/2000, art. 35: where an identity card is asked for, a passport does as well
    DocumentKind.IDENTITY_CARD: frozenset({DocumentKind.IDENTITY_CARD, DocumentKind.PASSPORT}),
}
NEVER_AGAIN = frozenset({DocumentKind.OTHER, DocumentKind.RECEIPT})
"""Kinds that say too little about a document to offer it for another question."""


def may_stand_for(kind: DocumentKind) -> frozenset[DocumentKind]:
    """The kinds of document that answer a question for ``kind``; none where a kind says nothing."""
    return frozenset() if kind in NEVER_AGAIN else STANDS_FOR.get(kind, frozenset({kind}))


def presumed_end(validity: Validity, arrived_on: date) -> date | None:
    """The last day of a document that arrived on a day, where nobody has said it; None when only the paper tells."""
    match validity.lasting:
        case Lasting.YEAR_END if validity.is_expiring:
            return date(arrived_on.year, 12, 31)
        case Lasting.MONTHS if validity.is_expiring and validity.months:
            return arrived_on + relativedelta(months=validity.months)
        case _:
            return None


def standing(validity: Validity, expires_on: date | None, today: date) -> Standing:
    """How a document stands today; its last day still counts. A day that was written down counts for every kind."""
    if expires_on is not None:
        return Standing.EXPIRED if expires_on < today else Standing.VALID
    return Standing.UNKNOWN if validity.is_expiring else Standing.VALID
