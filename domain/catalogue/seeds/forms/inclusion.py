"""Going along with who has the inclusion allowance (ADI): the family, its needs, the first steps."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import family, own_words, papers, people_in_all, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, row, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Accompagnamento per chi ha l'Assegno di inclusione (ADI)"),
        _("Un assistente sociale ti incontra e decide con te che cosa fare."),
        _("Il servizio è per le famiglie che hanno chiesto o ricevono l'ADI."),
        _("Un primo incontro e un progetto scritto insieme."),
        needed=(_("Il numero della domanda di ADI, se lo hai"),),
        topic=_("Soldi e spese"), area=_("Famiglie e persone in difficoltà"),
        also_called=(_("assegno di inclusione"), _("reddito di cittadinanza")))


def form() -> FormDefinition:
    """Five steps."""
    return FormDefinition(steps=(who(), _allowance(), _needs(), papers(), declarations()))


def _allowance() -> Step:
    asked = {"in": [{"var": "allowance"}, ["paid", "asked"]]}
    return step(
        "allowance", _("L'ADI e la famiglia"),
        ask("allowance", FieldKind.CHOICE, _("A che punto è l'ADI?"), options=(
            ("paid", _("Lo riceviamo")), ("asked", _("L'abbiamo chiesta e aspettiamo")), ("no", _("No")))),
        ask("request_number", FieldKind.TEXT, _("Numero della domanda"), only_if=asked, required=False, max_length=40),
        ask("asked_on", FieldKind.DATE, _("Quando l'avete chiesto?"), only_if=asked, is_past=True, required=False),
        family(row("disability", FieldKind.YES_NO, _("Ha un'invalidità riconosciuta?")),
               row("works", FieldKind.YES_NO, _("Lavora?"))),
        people_in_all(),
        ask("disabled_people", FieldKind.COMPUTED, _("Persone con un'invalidità, in tutto"),
            shown_as=FieldKind.NUMBER, expression={"count": [{"var": "family"}, "disability", YES]}))


def _needs() -> Step:
    return step(
        "needs", _("Che aiuto serve"),
        ask("help_wanted", FieldKind.CHOICES, _("In che cosa serve aiuto?"), hint=_("Puoi scegliere più risposte."),
            options=(
                ("work", _("Trovare un lavoro")), ("school", _("Scuola dei figli")), ("home", _("La casa")),
                ("health", _("La salute")), ("money", _("Soldi e spese")), ("other", _("Altro")))),
        ask("other_help", FieldKind.TEXT, _("Quale aiuto?"), only_if={"in": ["other", {"var": "help_wanted"}]},
            max_length=200),
        ask("known", FieldKind.YES_NO, _("C'è già un assistente sociale che ti segue?")),
        ask("known_name", FieldKind.TEXT, _("Come si chiama?"), only_if=answered("known", YES), required=False,
            max_length=120),
        own_words())
