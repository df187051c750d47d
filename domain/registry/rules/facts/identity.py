"""Who somebody is: name and birth, other names, death, citizenships, civil status, papers."""

from typing import Literal, Self

from pydantic import model_validator

from domain.kernel.text import _
from domain.registry.rules.facts.value import Day, FactValue, choice, code, country, day, line, long, place, yes_no
from domain.registry.terms import FactKind

SEXES = {"F": _("Femmina"), "M": _("Maschio")}


class Identity(FactValue):
    """Name, sex and birth: they change together, by an act of the civil registry."""

    kind = FactKind.IDENTITY
    is_lasting = True

    given_name: str = line(_("Nome"), most=100)
    family_name: str = line(_("Cognome"), most=100)
    sex: Literal["F", "M", ""] = choice(_("Sesso"), SEXES)
    born_on: Day = day(_("Data di nascita"))
    birthplace_code: str = place(_("Comune o Stato di nascita"))


class Alias(FactValue):
    """Another name by which the person is known; kept with the reason, shown where it is the one used."""

    kind = FactKind.ALIAS
    is_many = True
    is_lasting = True

    name: str = line(_("Altro nome"), most=100, required=True)
    why: str = line(_("Perché si usa"), hint=_("Per esempio: nome scelto dalla persona, nome del passaporto."))

    @property
    def key(self) -> str:
        """The name itself."""
        return self.name.casefold()


class Death(FactValue):
    """The day somebody died is the first day on which it holds."""

    kind = FactKind.DEATH

    place: str = line(_("Dove"))


class Citizenship(FactValue):
    """One of the countries of which somebody is a citizen; "XX": of none."""

    kind = FactKind.CITIZENSHIP
    is_many = True
    is_lasting = True

    country: str = country(_("Paese"), required=True)
    acquired: str = line(_("Come è stata ottenuta"))

    @property
    def key(self) -> str:
        """The country."""
        return self.country


class CivilStatus(FactValue):
    """Single, married, in a civil union, separated, widowed."""

    kind = FactKind.CIVIL_STATUS

    status: str = code(_("Stato civile"), "stato_civile", required=True)


class IdentityDocument(FactValue):
    """A paper by which somebody is identified, as it was seen."""

    kind = FactKind.IDENTITY_DOCUMENT
    is_many = True

    document: str = code(_("Documento"), "tipo_documento_identita", required=True)
    number: str = line(_("Numero"), most=50, required=True)
    issued_by: str = line(_("Rilasciato da"))
    expires_on: Day = day(_("Scade il"))

    @property
    def key(self) -> str:
        """Kind and number."""
        return f"{self.document}:{self.number.upper()}"


class Permit(FactValue):
    """The paper by which a foreigner may stay."""

    kind = FactKind.PERMIT

    status: str = code(_("A che punto è"), "permesso_soggiorno_stato")
    permit: str = code(_("Tipo di permesso"), "permesso_soggiorno_tipo")
    motive: str = code(_("Motivo"), "permesso_soggiorno_motivi")
    number: str = line(_("Numero"), most=50)
    asked_on: Day = day(_("Chiesto il"))
    issued_on: Day = day(_("Rilasciato il"))
    expires_on: Day = day(_("Scade il"))

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.issued_on and self.expires_on and self.expires_on < self.issued_on:
            raise ValueError("period_reversed")
        return self


class ForeignStatus(FactValue):
    """How somebody came, and under which protection: the same facts that projects for foreigners ask for."""

    kind = FactKind.FOREIGN_STATUS

    legal_status: str = line(_("Condizione giuridica"))
    origin: str = country(_("Paese di provenienza"))
    arrival: str = code(_("Come è arrivata"), "straniero_arrivo")
    arrived_on: Day = day(_("In Italia dal"))
    reception: str = line(_("Accoglienza o protezione"))
    is_unaccompanied: bool = yes_no(_("Minore straniero non accompagnato"))
    italian_level: str = code(_("Livello di italiano"), "lingua_livello")


class Caution(FactValue):
    """Something that who meets the person must know first: deaf, prefers mornings, dog in the house."""

    kind = FactKind.NOTE
    is_many = True

    text: str = long(_("Avvertenza"), most=300, required=True)

    @property
    def key(self) -> str:
        """The words."""
        return self.text[:100].casefold()
