"""What we know of people, by the names that forms use."""

from datetime import date
from decimal import Decimal

from domain.catalogue.terms import YES
from domain.intake.rules.prefill import Known
from domain.registry.queries.person_card import PersonCard


def known_facts(applicant: PersonCard | None, beneficiary: PersonCard, *, is_other: bool) -> Known:
    """What we know of both: ``other`` is somebody for whom the applicant acts, of whom we may know nothing."""
    person: dict[str, str | date | Decimal | None] = {
        "full_name": beneficiary.full_name,
        "codice_fiscale": beneficiary.codice_fiscale,
        "born_on": beneficiary.born_on,
    }
    home = beneficiary.residence
    known: dict[str, str | date | Decimal | None] = {f"person.{name}": value for name, value in person.items()}
    known |= {f"other.{name}": value for name, value in person.items() if is_other}
    return known | {
        "application.for_whom": "other" if is_other else "me",
        "contact.phone": applicant.phone if applicant else None,
        "contact.email": applicant.email if applicant else None,
        "residence.street": home.street if home else None,
        "residence.city": home.city if home else None,
        "residence.postal_code": home.postal_code if home else None,
        "isee.has": YES if beneficiary.isee_amount is not None else None,
        "isee.amount": beneficiary.isee_amount,
    }
