"""Paying less for school meals: the children, where they eat, how often."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import decided_by_the_comune, isee, papers, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, row, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Mensa della scuola a un prezzo più basso"),
        _("Se la famiglia ha pochi soldi, per la mensa paga di meno o niente."),
        _("Il servizio è per i bambini che mangiano a scuola."),
        _("Un prezzo più basso per ogni pasto. Quanto paghi lo decide il Comune."),
        needed=(_("Il foglio con i redditi della famiglia (ISEE)"),),
        topic=_("Scuola e formazione"), area=_("Famiglie e persone in difficoltà"),
        conditions=decided_by_the_comune(), also_called=(_("mensa"), _("pasti a scuola")))


def form() -> FormDefinition:
    """Five steps; the meals of a week are counted."""
    return FormDefinition(steps=(who(label=_("Chi paga la mensa?")), _children(), isee(), papers(), declarations()))


def _children() -> Step:
    return step(
        "children", _("I bambini"),
        ask("children", FieldKind.GROUP, _("Chi mangia a scuola?"), max_rows=8,
            hint=_("Aggiungi una riga per ogni bambino."), parts=(
                row("full_name", FieldKind.TEXT, _("Nome e cognome"), max_length=120),
                row("codice_fiscale", FieldKind.CODICE_FISCALE, _("Codice fiscale"), required=False),
                row("school", FieldKind.TEXT, _("Scuola"), max_length=120),
                row("days", FieldKind.NUMBER, _("Quanti giorni alla settimana?"), minimum=1, maximum=6),
                row("diet", FieldKind.CHOICE, _("Mangia cose diverse dagli altri?"), options=(
                    ("none", _("No")), ("health", _("Sì, per la salute")), ("belief", _("Sì, per una scelta")))))),
        ask("meals", FieldKind.COMPUTED, _("Pasti in una settimana, in tutto"), shown_as=FieldKind.NUMBER,
            expression={"sum": [{"var": "children"}, "days"]}),
        ask("diet_paper", FieldKind.DOCUMENT, _("Certificato del medico"), document_kind="medical_certificate",
            only_if={">": [{"count": [{"var": "children"}, "diet", "health"]}, 0]},
            hint=_("Il medico di famiglia lo fa gratis.")),
        ask("other_child", FieldKind.YES_NO, _("Ci sono altri figli che pagano la mensa in un altro Comune?")),
        ask("other_city", FieldKind.TEXT, _("In quale Comune?"), only_if=answered("other_child", YES), max_length=80))
