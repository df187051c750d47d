"""Public housing: where one lives now, with how much room, for how long in the comune."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import disability_report, family, isee, papers, people_in_all, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, row, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Casa popolare (bando)"),
        _("La domanda per avere una casa del Comune con un affitto basso."),
        _("Il servizio è per le famiglie con pochi soldi e senza una casa adatta."),
        _("Un posto nella lista. Chi viene prima lo decide il bando del Comune."),
        needed=(_("Il foglio con i redditi della famiglia (ISEE)"),),
        topic=_("Casa"), area=_("Famiglie e persone in difficoltà"),
        conditions=_("Le regole sono scritte nel bando. Le decidono la Regione e il Comune."),
        benefit_code="A3.04", also_called=(_("case popolari"), _("alloggi pubblici"), _("bando casa")))


def form() -> FormDefinition:
    """Six steps; the room for each person is computed."""
    return FormDefinition(steps=(
        who(), _family(), _home(), isee(),
        papers(disability_report(only_if={">": [{"var": "disabled_people"}, 0]}),
               ask("eviction_paper", FieldKind.DOCUMENT, _("Il foglio dello sfratto"), document_kind="other",
                   only_if={"==": [{"var": "now"}, "eviction"]})),
        declarations()))


def _family() -> Step:
    return step(
        "family", _("La famiglia"),
        ask("person_disability", FieldKind.YES_NO, _("La persona ha un'invalidità riconosciuta?")),
        family(row("disability", FieldKind.YES_NO, _("Ha un'invalidità riconosciuta?"))),
        people_in_all(),
        ask("disabled_people", FieldKind.COMPUTED, _("Persone con un'invalidità, in tutto"),
            shown_as=FieldKind.NUMBER, expression={"+": [
                {"count": [{"var": "family"}, "disability", YES]},
                {"if": [answered("person_disability", YES), 1, 0]}]}),
        ask("resident_years", FieldKind.NUMBER, _("Da quanti anni vive in questo Comune?"), minimum=0, maximum=120))


def _home() -> Step:
    housed = {"in": [{"var": "now"}, ["rent", "guest", "eviction", "own"]]}
    return step(
        "now", _("La casa di oggi"),
        ask("now", FieldKind.CHOICE, _("Dove vive adesso?"), options=(
            ("rent", _("Una casa in affitto")), ("eviction", _("Una casa con lo sfratto")),
            ("guest", _("Ospite di altri")), ("temporary", _("Un alloggio temporaneo")),
            ("street", _("Non ha una casa")), ("own", _("Una casa sua")))),
        ask("area", FieldKind.DECIMAL, _("Quanti metri quadri ha la casa?"), only_if=housed, minimum=1, maximum=1000,
            hint=_("Per esempio: 48,5.")),
        ask("area_each", FieldKind.COMPUTED, _("Metri quadri per ogni persona"), only_if=housed,
            shown_as=FieldKind.DECIMAL,
            expression={"div_half_up": [{"var": "area"}, {"var": "people_in_all"}]}),
        ask("rooms", FieldKind.NUMBER, _("Quante stanze ha la casa?"), only_if=housed, minimum=1, maximum=30),
        ask("problems", FieldKind.CHOICES, _("Ci sono difficoltà in casa?"), only_if=housed, required=False, options=(
            ("stairs", _("Ci sono scale e manca l'ascensore")), ("cold", _("La casa è fredda o umida")),
            ("bathroom", _("Il bagno è difficile da usare")))),
        ask("owns_elsewhere", FieldKind.YES_NO, _("Qualcuno della famiglia ha un'altra casa?")))
