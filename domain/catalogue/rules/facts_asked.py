"""Every fact with its words: how operators call it, and how people are asked for it."""

from dataclasses import dataclass
from enum import StrEnum

from domain.catalogue.terms import NO, YES, FieldKind
from domain.kernel.text import Text, _

# Laid out like the list that it is: one argument a line would hide the words.
# fmt: off


YES_OR_NO: tuple[tuple[str, Text], ...] = ((YES, _("Sì")), (NO, _("No")))


class Unit(StrEnum):
    """In what a number is counted."""

    YEARS = "years"
    MONTHS = "months"
    PEOPLE = "people"
    EURO = "euro"


@dataclass(frozen=True)
class Fact:
    """One thing that can be known about a person and a family.

    ``question`` asks it of whoever answers, for themselves or for somebody else; ``most`` is the largest number that
    can be (euros in cents); ``options`` are the answers of a choice.
    """

    key: str
    kind: FieldKind
    label: Text
    question: Text
    hint: Text | None = None
    unit: Unit | None = None
    most: int = 0
    options: tuple[tuple[str, Text], ...] = ()

    @property
    def choices(self) -> tuple[tuple[str, Text], ...]:
        """The answers among which to choose, yes and no too; none for a number."""
        return YES_OR_NO if self.kind is FieldKind.YES_NO else self.options


def _yes_no(key: str, label: Text, question: Text, hint: Text | None = None) -> Fact:
    return Fact(key, FieldKind.YES_NO, label, question, hint)


def _number(key: str, label: Text, question: Text, unit: Unit, most: int, hint: Text | None = None) -> Fact:
    return Fact(key, FieldKind.NUMBER, label, question, hint, unit, most)


LARGEST_ISEE = 1_000_000_000
"""Ten millions, in cents: what is more was typed wrong."""

ASKED: tuple[Fact, ...] = (
    _yes_no("lives_here", _("Vive in questa zona"), _("Vive in uno dei Comuni di questa zona?"),
            _("Conta dove vive davvero, anche se non ha ancora la residenza.")),
    _yes_no("is_resident", _("Ha la residenza in questa zona"), _("Ha la residenza in uno dei Comuni di questa zona?"),
            _("La residenza è l'indirizzo scritto all'anagrafe del Comune.")),
    _number("months_of_residence", _("Mesi di residenza"), _("Da quanti mesi ha la residenza qui?"),
            Unit.MONTHS, 1560, _("Due anni sono 24 mesi. Se non ha la residenza, scrivi 0.")),
    _number("age", _("Età in anni"), _("Quanti anni ha?"), Unit.YEARS, 130),
    _number("household_size", _("Persone della famiglia"), _("Quante persone vivono insieme in casa?"),
            Unit.PEOPLE, 30, _("Conta anche la persona che ha bisogno di aiuto.")),
    _number("minors_in_household", _("Figli e altri minorenni in famiglia"),
            _("Quante persone della famiglia hanno meno di 18 anni?"), Unit.PEOPLE, 30),
    Fact("citizenship_kind", FieldKind.CHOICE, _("Cittadinanza"), _("Di quale Paese è cittadino o cittadina?"),
         options=(("it", _("Italia")), ("eu", _("Un Paese dell'Unione europea")),
                  ("non_eu", _("Un altro Paese, oppure nessuno")))),
    _yes_no("has_permit", _("Ha un permesso di soggiorno"), _("Ha un permesso di soggiorno?"),
            _("Va bene anche la ricevuta, se lo ha chiesto o lo sta rinnovando.")),
    _yes_no("has_disability_certificate", _("Ha un'invalidità riconosciuta"),
            _("Ha un'invalidità riconosciuta da una commissione medica?"), _("È scritta su un verbale.")),
    _yes_no("has_severe_disability", _("Ha una disabilità grave riconosciuta"),
            _("Sul verbale è scritto che la disabilità è grave?"),
            _("Il verbale cita la legge 104 del 1992, articolo 3, comma 3.")),
    _yes_no("needs_help_at_home", _("Ha bisogno di aiuto a casa"),
            _("Ha bisogno di aiuto per lavarsi, vestirsi, mangiare o curare la casa?")),
    _yes_no("can_use_bus", _("Riesce a usare l'autobus"), _("Riesce a usare l'autobus?")),
    _yes_no("is_carer", _("Si occupa ogni giorno di una persona malata"),
            _("Si occupa ogni giorno di una persona malata o con disabilità?")),
    _yes_no("is_pregnant", _("È incinta"), _("È incinta?")),
    _yes_no("has_small_child", _("Ha un bambino da nido"),
            _("C'è in famiglia un bambino che non va ancora alla scuola dell'infanzia?")),
    _yes_no("eats_at_school", _("Ha un bambino che mangia a scuola"),
            _("C'è in famiglia un bambino che mangia alla mensa della scuola?")),
    _yes_no("would_foster", _("Vuole accogliere un bambino"),
            _("La famiglia vuole accogliere un bambino per un periodo (affido)?")),
    _yes_no("has_suitable_home", _("Ha una casa adatta"), _("Ha una casa adatta alla famiglia?"),
            _("Per esempio: rispondi no se la casa è troppo piccola, rovinata, o se manca.")),
    _yes_no("pays_rent", _("Paga un affitto"), _("Paga un affitto per la casa dove vive?")),
    _yes_no("has_money_trouble", _("Fa fatica a pagare le spese"),
            _("La famiglia fa fatica a pagare il cibo, le bollette o l'affitto?")),
    _yes_no("has_asked_adi", _("Ha chiesto l'Assegno di inclusione"),
            _("Ha chiesto o riceve l'Assegno di inclusione (ADI)?")),
    _yes_no("has_isee", _("Ha un ISEE di quest'anno"), _("Ha un ISEE di quest'anno?"),
            _("L'ISEE è il foglio con i redditi della famiglia.")),
    Fact("isee", FieldKind.MONEY, _("ISEE in euro"), _("Quanto è l'ISEE?"), _("Per esempio: 8.400,00."),
         Unit.EURO, LARGEST_ISEE),
)
