"""Help in money: who, with whom, with how much, for what."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import decided_by_the_comune, family, iban, isee, own_words, papers, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import ask, row, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask for money."""
    return a_card(
        _("Aiuto in denaro (contributo economico)"),
        _("Un aiuto in denaro per chi non riesce a pagare le spese più importanti."),
        _("Il servizio è per le persone e le famiglie con pochi soldi o in un momento difficile."),
        _("Una somma di denaro, oppure il pagamento diretto di una spesa."),
        needed=(_("Il foglio con i redditi della famiglia (ISEE)"), _("Le bollette o le altre spese da pagare")),
        topic=_("Soldi e spese"), area=_("Famiglie e persone in difficoltà"), conditions=decided_by_the_comune(),
        benefit_code="A1.04", also_called=(_("sussidio"), _("bollette"), _("spesa e cibo")))


def form() -> FormDefinition:
    """Six steps; the money of the family is summed on the page."""
    return FormDefinition(steps=(who(), _money(), isee(), _need(), _papers(), declarations()))


def _money() -> Step:
    return step(
        "money", _("Soldi della famiglia"),
        ask("own_income", FieldKind.MONEY, _("Quanto guadagna la persona ogni mese?"),
            hint=_("Conta il lavoro, la pensione e gli altri aiuti. Se non guadagna, scrivi 0.")),
        family(row("income", FieldKind.MONEY, _("Quanto guadagna ogni mese?"), required=False)),
        ask("income_in_all", FieldKind.COMPUTED, _("Soldi che entrano ogni mese, in tutto"),
            shown_as=FieldKind.MONEY,
            expression={"+": [{"var": "own_income"}, {"sum": [{"var": "family"}, "income"]}]}))


def _need() -> Step:
    has_debts = {"==": [{"var": "has_debts"}, YES]}
    return step(
        "needs", _("Che aiuto serve"),
        ask("help_wanted", FieldKind.CHOICES, _("Per quali spese serve l'aiuto?"),
            hint=_("Puoi scegliere più risposte."), options=(
                ("bills", _("Luce, gas, acqua")), ("rent", _("Affitto della casa")), ("food", _("Cibo")),
                ("health", _("Medicine e visite")), ("school", _("Scuola dei figli")),
                ("other", _("Un'altra spesa")))),
        ask("amount_wanted", FieldKind.MONEY, _("Quanti soldi servono?"), minimum=1, maximum=20_000,
            hint=_("Scrivi la somma che ti serve. Quanto dare lo decide il Comune.")),
        ask("has_debts", FieldKind.YES_NO, _("Ci sono bollette o affitti non pagati?")),
        ask("debts", FieldKind.GROUP, _("Quali?"), only_if=has_debts, max_rows=10, parts=(
            row("what", FieldKind.TEXT, _("Che cosa"), max_length=120),
            row("amount", FieldKind.MONEY, _("Quanto")))),
        ask("debts_in_all", FieldKind.COMPUTED, _("Da pagare, in tutto"), only_if=has_debts,
            shown_as=FieldKind.MONEY, expression={"sum": [{"var": "debts"}, "amount"]}),
        own_words(), iban())


def _papers() -> Step:
    return papers(
        ask("bills", FieldKind.DOCUMENT, _("Le bollette o le altre spese da pagare"), document_kind="other",
            only_if={"==": [{"var": "has_debts"}, YES]}))
