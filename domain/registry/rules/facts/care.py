"""Health and justice: read by fewer people than the rest."""

from domain.kernel.text import _
from domain.registry.rules.facts.value import Day, FactValue, Number, Reach, code, day, line, long, number, yes_no
from domain.registry.terms import FactKind


class Doctor(FactValue):
    """The family doctor."""

    kind = FactKind.DOCTOR
    reach = Reach.CARE

    name: str = line(_("Nome del medico"), most=100, required=True)
    phone: str = line(_("Telefono"), most=30)
    exemptions: str = line(_("Esenzioni"))


class Disability(FactValue):
    """Invalidity and disability as certified; the percentage is that of the certificate."""

    kind = FactKind.DISABILITY
    reach = Reach.CARE
    is_many = True

    certificate: str = line(_("Che cosa è stato riconosciuto"), required=True)
    percentage: Number = number(_("Percentuale"), most=100)
    is_severe: bool = yes_no(_("Handicap grave (legge 104/1992, articolo 3, comma 3)"))
    has_allowance: bool = yes_no(_("Indennità di accompagnamento"))
    review_on: Day = day(_("Da rivedere il"))

    @property
    def key(self) -> str:
        """What was recognised."""
        return self.certificate[:100].casefold()


class Court(FactValue):
    """A procedure before a court, for who may know of it."""

    kind = FactKind.COURT
    reach = Reach.JUSTICE
    is_many = True

    court: str = code(_("Autorità giudiziaria"), "tribunale_struttura", required=True)
    number: str = line(_("Numero del procedimento"), most=60, required=True)
    motive: str = long(_("Motivo"))
    next_on: Day = day(_("Prossima scadenza"))

    @property
    def key(self) -> str:
        """Court and number."""
        return f"{self.court}:{self.number.upper()}"
