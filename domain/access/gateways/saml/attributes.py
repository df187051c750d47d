"""What an assertion says about the person, in the words and formats of the federation's table of attributes."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from domain.access.gateways.saml.reading import SAML, attribute, check_children, only
from domain.access.gateways.saml.xml_safety import Node, refused, text_of

LONGEST_VALUE = 1024
LONGEST_NAME = 200
EARLIEST_BIRTH = 1880

_CODICE_FISCALE = re.compile(r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]|[0-9]{11}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BELFIORE = re.compile(r"[A-Z][0-9]{3}")
_EMAIL = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,189}")
_SEXES = {"f": "F", "female": "F", "m": "M", "male": "M"}


def read_attributes(statement: Node) -> Mapping[str, str]:
    """The values by name, without the blanks around them; each attribute has one plain value, even those unused.

    Raises `SignInRefused` for none at all, doubled, nested, encrypted or over-long ones.
    """
    check_children(statement, {f"{SAML}Attribute"})
    values: dict[str, str] = {}
    for element in statement.findall(f"{SAML}Attribute"):
        name = attribute(element, "Name").strip()
        check_children(element, {f"{SAML}AttributeValue"})
        value = text_of(only(element, f"{SAML}AttributeValue"))
        if name in values or len(value) > LONGEST_VALUE:
            raise refused("a doubled or over-long attribute")
        values[name] = value
    if not values:
        raise refused("no attributes")
    return values


def codice_fiscale(values: Mapping[str, str]) -> str:
    """The codice fiscale, without its `TINIT-`. Its check letter is not judged: official test persons have a wrong one.

    Raises `SignInRefused` when there is none.
    """
    written = values.get("fiscalNumber", "")
    prefix, _, code = written.upper().partition("-")
    # Some foreign letters become plain ones in upper case.
    if not written.isascii() or prefix != "TINIT" or not _CODICE_FISCALE.fullmatch(code):
        raise refused("no codice fiscale")
    return code


def foreign_identifier(values: Mapping[str, str]) -> str:
    """How another country identifies the person (`ES/IT/...`), stable for one issuer."""
    identifier = values.get("spidCode", "")
    if not 1 <= len(identifier) <= 256 or not identifier.isprintable() or " " in identifier:
        raise refused("no identifier of the other country")
    return identifier


def name_of(values: Mapping[str, str], attribute_name: str) -> str:
    """A given or family name, in composed letters with single blanks."""
    name = unicodedata.normalize("NFC", " ".join(values.get(attribute_name, "").split()))
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise refused(f"no proper {attribute_name}")
    return name


def born_on(values: Mapping[str, str], now: datetime) -> date:
    """The day of birth, which must be possible."""
    written = values.get("dateOfBirth", "")
    try:
        day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None or day.year <= EARLIEST_BIRTH or day > now.date() + timedelta(days=1):
        raise refused("no possible dateOfBirth")
    return day


def sex(values: Mapping[str, str]) -> str | None:
    """F or M; None when the provider does not say it in a known way."""
    return _SEXES.get(values.get("gender", "").lower())


def birthplace_code(values: Mapping[str, str]) -> str | None:
    """The Belfiore code of the place of birth; None when it is missing or written otherwise, as abroad."""
    code = values.get("placeOfBirth", "").upper()
    return code if _BELFIORE.fullmatch(code) else None


def email(values: Mapping[str, str]) -> str | None:
    """The e-mail address as a suggestion for a form; a doubtful one is dropped and does not stop the sign-in."""
    address = values.get("email", "")
    return address if _EMAIL.fullmatch(address) and address.isprintable() else None
