"""What a SAML provider knows of a person, by the names of the SPID rules."""

import hashlib
from collections.abc import Sequence

from e2e.emulators.identity_provider.settings import DemoPerson

DATES = frozenset({"dateOfBirth", "expirationDate"})
WORDS = {
    "fiscalNumber": "Codice fiscale",
    "spidCode": "Codice della tua identità digitale",
    "name": "Nome",
    "familyName": "Cognome",
    "dateOfBirth": "Data di nascita",
    "gender": "Sesso",
    "placeOfBirth": "Codice del luogo di nascita",
    "email": "E-mail",
}


def attributes(person: DemoPerson, wanted: Sequence[str]) -> dict[str, str]:
    """The wanted data of a person, as far as the person has them."""
    known = {
        "spidCode": person.person_code or _spid_code(person),
        "name": person.given_name,
        "familyName": person.family_name,
        "dateOfBirth": person.born_on.isoformat(),
        "gender": person.sex,
        "placeOfBirth": person.birthplace_code,
        "email": person.email,
        "fiscalNumber": f"TINIT-{person.codice_fiscale}" if person.codice_fiscale else None,
    }
    return {name: value for name in wanted if (value := known.get(name))}


def _spid_code(person: DemoPerson) -> str:
    return "PROV" + hashlib.sha256(f"spid|{person.codice_fiscale}".encode()).hexdigest()[:10].upper()
