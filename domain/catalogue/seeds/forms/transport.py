"""Rides for people with disabilities: where, when, with what help."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import disability_report, own_words, papers, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, row, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Trasporto per persone con disabilità"),
        _("Un mezzo con l'autista ti porta a scuola, al lavoro, al centro o dal medico."),
        _("Il servizio è per le persone con disabilità che non possono usare l'autobus."),
        _("Un viaggio di andata e ritorno nei giorni decisi insieme, anche con la carrozzina."),
        needed=(_("Il verbale di invalidità"), _("Gli orari e i luoghi dove devi andare")),
        topic=_("Muoversi"), area=_("Anziani e persone con disabilità"),
        costs=_("Il servizio può avere un costo: dipende dal tuo ISEE."),
        benefit_code="A2.14", also_called=(_("pulmino"), _("accompagnamento"), _("carrozzina")))


def form() -> FormDefinition:
    """Five steps; the rides of a week are counted."""
    return FormDefinition(steps=(who(), _rides(), _help(), papers(disability_report(required=True)), declarations()))


def _rides() -> Step:
    return step(
        "rides", _("I viaggi"),
        ask("rides", FieldKind.GROUP, _("Dove deve andare?"), max_rows=6,
            hint=_("Aggiungi una riga per ogni luogo."), parts=(
                row("place", FieldKind.TEXT, _("Luogo e via"), max_length=160),
                row("why", FieldKind.CHOICE, _("Perché ci va?"), options=(
                    ("school", _("Scuola")), ("work", _("Lavoro")), ("centre", _("Centro per persone con disabilità")),
                    ("care", _("Visite e cure")), ("other", _("Altro")))),
                row("times", FieldKind.NUMBER, _("Quante volte alla settimana?"), minimum=1, maximum=14),
                row("hours", FieldKind.TEXT, _("A che ora arriva e a che ora torna?"), max_length=80))),
        ask("rides_in_all", FieldKind.COMPUTED, _("Viaggi in una settimana, andata e ritorno"),
            shown_as=FieldKind.NUMBER, expression={"*": [2, {"sum": [{"var": "rides"}, "times"]}]}),
        ask("from_on", FieldKind.DATE, _("Da che giorno serve?")))


def _help() -> Step:
    return step(
        "help", _("Che aiuto serve"),
        ask("wheelchair", FieldKind.YES_NO, _("Usa la carrozzina?")),
        ask("wheelchair_kind", FieldKind.CHOICE, _("Com'è la carrozzina?"), only_if=answered("wheelchair", YES),
            options=(("folding", _("Si può chiudere")), ("fixed", _("Non si può chiudere")),
                     ("electric", _("Ha il motore")))),
        ask("escort", FieldKind.YES_NO, _("Serve qualcuno che viaggi con la persona?")),
        ask("escort_name", FieldKind.TEXT, _("Nome e cognome di chi viaggia con la persona"), required=False,
            only_if=answered("escort", YES), max_length=120),
        own_words())
