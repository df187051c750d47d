"""Help with the rent: the house, what it costs, what part of the income it takes."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import decided_by_the_comune, family, iban, isee, papers, people_in_all, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Aiuto per l'affitto"),
        _("Un aiuto in denaro per pagare l'affitto di casa."),
        _("Il servizio è per chi vive in affitto e non riesce a pagarlo."),
        _("Una somma di denaro per una parte dell'affitto."),
        needed=(_("Il foglio con i redditi della famiglia (ISEE)"), _("Il contratto di affitto"),
                _("Le ricevute dell'affitto")),
        topic=_("Soldi e spese"), area=_("Famiglie e persone in difficoltà"), conditions=decided_by_the_comune(),
        benefit_code="A1.05.01", also_called=(_("affitto"), _("sfratto")))


def form() -> FormDefinition:
    """Six steps; the weight of the rent on the income is computed."""
    return FormDefinition(steps=(
        who(), step("home_family", _("Casa e famiglia"), family(), people_in_all()), _rent(), isee(), _papers(),
        declarations()))


def _rent() -> Step:
    behind = answered("is_behind", YES)
    return step(
        "rent", _("L'affitto"),
        ask("contract", FieldKind.YES_NO, _("C'è un contratto di affitto scritto?")),
        ask("contract_on", FieldKind.DATE, _("Di che giorno è il contratto?"), is_past=True,
            only_if=answered("contract", YES)),
        ask("rent", FieldKind.MONEY, _("Quanto paga di affitto ogni mese?"), minimum=1, maximum=10_000),
        ask("months", FieldKind.NUMBER, _("Per quanti mesi in un anno?"), minimum=1, maximum=12),
        ask("year_rent", FieldKind.COMPUTED, _("Affitto di un anno"), shown_as=FieldKind.MONEY,
            expression={"*": [{"var": "rent"}, {"var": "months"}]}),
        ask("year_income", FieldKind.MONEY, _("Quanto ha guadagnato la famiglia in un anno?"),
            hint=_("Conta il lavoro, la pensione e gli altri aiuti. Se non guadagna, scrivi 0.")),
        ask("weight", FieldKind.COMPUTED, _("Quanti euro di affitto ogni 100 euro di guadagno"),
            shown_as=FieldKind.NUMBER,
            expression={"div_half_up": [{"*": [{"var": "year_rent"}, 100]}, {"var": "year_income"}]}),
        ask("is_behind", FieldKind.YES_NO, _("Ci sono mesi non pagati?")),
        ask("months_behind", FieldKind.NUMBER, _("Quanti mesi?"), only_if=behind, minimum=1, maximum=120),
        ask("behind_in_all", FieldKind.COMPUTED, _("Da pagare, in tutto"), only_if=behind, shown_as=FieldKind.MONEY,
            expression={"*": [{"var": "rent"}, {"var": "months_behind"}]}),
        ask("eviction", FieldKind.YES_NO, _("Avete ricevuto uno sfratto?")),
        iban())


def _papers() -> Step:
    return papers(
        ask("contract_paper", FieldKind.DOCUMENT, _("Il contratto di affitto"), document_kind="rental_contract",
            only_if=answered("contract", YES)),
        ask("rent_receipts", FieldKind.DOCUMENT, _("Le ricevute dell'affitto"), document_kind="other", required=False),
        ask("eviction_paper", FieldKind.DOCUMENT, _("Il foglio dello sfratto"), document_kind="other",
            only_if=answered("eviction", YES)))
