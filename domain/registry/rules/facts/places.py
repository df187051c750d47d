"""Where somebody lives and how they are reached."""

from typing import Any, Self

from pydantic import field_validator, model_validator

from domain.kernel.email import check
from domain.kernel.text import Text, _
from domain.registry.rules.facts.value import FactValue, choice, country, line, place, yes_no
from domain.registry.terms import ContactKind, FactKind

CHANNELS: dict[str, Text] = {
    ContactKind.PHONE: _("Telefono"),
    ContactKind.EMAIL: _("E-mail"),
    ContactKind.PEC: _("PEC"),
}


class Address(FactValue):
    """An address in Italy; without fixed abode, the street is the one the comune has given, if any."""

    street: str = line(_("Via e numero"))
    postal_code: str = line(_("CAP"), most=5)
    city: str = line(_("Comune"), most=100)
    belfiore: str = place(_("Comune, per l'ufficio competente"))
    country: str = country(_("Stato, se non è l'Italia"))
    is_without_fixed_abode: bool = yes_no(_("Senza fissa dimora"))

    @field_validator("postal_code")
    @classmethod
    def _has_five_figures(cls, typed: str) -> str:
        if typed and not (len(typed) == 5 and typed.isdigit()):
            raise ValueError("postal_code")
        return typed


class Residence(Address):
    """Where the civil registry has the person."""

    kind = FactKind.RESIDENCE


class Domicile(Address):
    """Where the person is found (c.c. 43), when it is not the residence; a facility's name goes to ``at``."""

    kind = FactKind.DOMICILE

    at: str = line(_("Chi ospita"), hint=_("La persona o la struttura che ospita."))


class ContactValue(FactValue):
    """An address by which somebody is reached. Couples share them: a contact never identifies anybody."""

    kind = FactKind.CONTACT
    is_many = True

    channel: ContactKind = choice(_("Tipo"), CHANNELS, required=True)
    value: str = line(_("Numero o indirizzo"), most=254, required=True)
    belongs_to: str = line(_("Di chi è, se non è della persona"), most=100)
    is_preferred: bool = yes_no(_("È il modo preferito"))

    @model_validator(mode="before")
    @classmethod
    def _is_an_address(cls, typed: Any) -> Any:
        if isinstance(typed, dict) and typed.get("channel") not in (None, "", ContactKind.PHONE) and typed.get("value"):
            return {**typed, "value": check(str(typed["value"]))}
        return typed

    @model_validator(mode="after")
    def _is_long_enough(self) -> Self:
        if len(self.value) < 3:
            raise ValueError("string_too_short")
        return self

    @property
    def key(self) -> str:
        """Channel and address."""
        return f"{self.channel}:{self.value}"
