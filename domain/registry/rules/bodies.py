"""What is written of an external body: how it is typed, checked and searched."""

import re
from typing import Annotated, Any
from unicodedata import combining, normalize

from pydantic import AfterValidator, BaseModel, Field, StringConstraints
from stdnum.exceptions import ValidationError
from stdnum.it import iva

from domain.kernel import codice_fiscale
from domain.kernel.email import OptionalEmail
from domain.registry.terms.bodies import MOST_BODY_CONTACTS

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


def check_vat_number(typed: str) -> str:
    """Eleven figures, without blanks and without "IT"; nothing typed stays nothing. ``ValueError('vat_number')``."""
    if not typed.strip():
        return ""
    try:
        return str(iva.validate(typed))
    except ValidationError as refused:
        raise ValueError("vat_number") from refused


def check_code_or_empty(typed: str) -> str:
    """As any codice fiscale; nothing typed stays nothing."""
    return codice_fiscale.check(typed) if typed.strip() else ""


class BodyContact(BaseModel):
    """Somebody of the body to turn to."""

    name: Line = ""
    role: Line = ""
    phone: Line = ""

    def kept(self) -> dict[str, str]:
        """What was said; nothing when nobody is named."""
        return {key: value for key, value in self.model_dump().items() if value} if self.name else {}


class BodyFacts(BaseModel):
    """What is known of a body. ``kind`` is a code of the ente's list; ``contacts`` are replaced whole."""

    kind: Line = Field(min_length=1)
    name: Name
    codice_fiscale: Annotated[str, AfterValidator(check_code_or_empty)] = ""
    vat_number: Annotated[str, AfterValidator(check_vat_number)] = ""
    street: Line = ""
    city: Line = ""
    phone: Line = ""
    email: OptionalEmail = ""
    pec: OptionalEmail = ""
    notes: Long = ""
    contacts: tuple[BodyContact, ...] = Field(default=(), max_length=MOST_BODY_CONTACTS)

    def columns(self) -> dict[str, Any]:
        """The facts as they are kept."""
        kept = self.model_dump(include=set(BodyFacts.model_fields) - {"contacts"})
        return kept | {"contacts": [row for one in self.contacts if (row := one.kept())]}


def searched(words: str) -> str:
    """The words as they are searched: without capitals, accents and signs, each after a space."""
    plain = "".join(letter for letter in normalize("NFKD", words) if not combining(letter)).casefold()
    return "".join(f" {word}" for word in re.findall(r"\w+", plain))
