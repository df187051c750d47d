"""A place in the nursery: the child, the family, the hours."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import YES_OR_NO_OR_UNKNOWN, family, isee, papers, people_in_all, who
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, row, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Posto al nido"),
        _("Un posto per i bambini piccoli, di giorno, con le educatrici."),
        _("Il servizio è per i bambini che non vanno ancora alla scuola dell'infanzia."),
        _("Un posto al nido, se ce ne sono. L'ordine delle domande lo decide il Comune."),
        needed=(_("Il foglio con i redditi della famiglia (ISEE)"), _("I vaccini del bambino")),
        topic=_("Scuola e formazione"), area=_("Famiglie e persone in difficoltà"),
        costs=_("Il servizio può avere un costo: dipende dal tuo ISEE."),
        benefit_code="A3.03", also_called=(_("asilo nido"), _("bambini piccoli")))


def form() -> FormDefinition:
    """Six steps."""
    return FormDefinition(steps=(
        who(label=_("Per quale bambino o bambina?")), _place(), _parents(), isee(),
        papers(ask("vaccines", FieldKind.DOCUMENT, _("I vaccini del bambino"), document_kind="medical_certificate",
                   required=False)),
        declarations()))


def _place() -> Step:
    return step(
        "place", _("Il nido"),
        ask("nursery", FieldKind.TEXT, _("Quale nido preferisci?"), max_length=120),
        ask("second_nursery", FieldKind.TEXT, _("E se lì non c'è posto?"), required=False, max_length=120),
        ask("from_on", FieldKind.DATE, _("Da che giorno serve?")),
        ask("hours", FieldKind.CHOICE, _("In quali momenti?"), options=(
            ("morning", _("Mattina")), ("full", _("Tutto il giorno")), ("long", _("Tutto il giorno e la sera")))),
        ask("disability", FieldKind.CHOICE, _("Ha un'invalidità riconosciuta?"), options=YES_OR_NO_OR_UNKNOWN),
        ask("care", FieldKind.LONG_TEXT, _("Di che cosa ha bisogno al nido?"), required=False,
            only_if=answered("disability", YES), max_length=1000))


def _parents() -> Step:
    working = (("work", _("Lavora")), ("study", _("Studia")), ("search", _("Cerca lavoro")), ("no", _("Non lavora")))
    second = answered("parents", "two")
    return step(
        "parents", _("La famiglia"),
        ask("parents", FieldKind.CHOICE, _("Quanti genitori vivono con il bambino?"), options=(
            ("two", _("Due")), ("one", _("Uno")), ("none", _("Nessuno")))),
        ask("first_works", FieldKind.CHOICE, _("Il primo genitore lavora?"), options=working,
            only_if={"!=": [{"var": "parents"}, "none"]}),
        ask("first_hours", FieldKind.NUMBER, _("Quante ore alla settimana?"), minimum=1, maximum=80,
            only_if=answered("first_works", "work")),
        ask("second_works", FieldKind.CHOICE, _("Il secondo genitore lavora?"), options=working, only_if=second),
        ask("second_hours", FieldKind.NUMBER, _("Quante ore alla settimana?"), minimum=1, maximum=80,
            only_if=answered("second_works", "work")),
        family(row("nursery", FieldKind.YES_NO, _("Va già al nido?")),
               hint=_("Scrivi una riga per ogni persona che vive con il bambino.")),
        people_in_all(),
        ask("siblings", FieldKind.COMPUTED, _("Persone della famiglia che vanno già al nido"),
            shown_as=FieldKind.NUMBER, expression={"count": [{"var": "family"}, "nursery", YES]}))
