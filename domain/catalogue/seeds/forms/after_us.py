"""\"Dopo di noi\": a life of one's own for adults with disabilities, when parents can no longer help (L. 112/2016)."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import YES_OR_NO_OR_UNKNOWN, disability_report, own_words, papers, who
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
        _("Dopo di noi"),
        _("Un progetto di vita per adulti con disabilità, quando la famiglia non può più aiutare."),
        _("Il servizio è per gli adulti con una disabilità grave. La famiglia può fare la domanda."),
        _("Un progetto scritto insieme: casa, aiuti, amici, lavoro."),
        needed=(_("Il verbale di invalidità"),), topic=_("Aiuto a casa"), area=_("Anziani e persone con disabilità"),
        also_called=(_("vita indipendente"), _("casa per persone con disabilità")))


def form() -> FormDefinition:
    """Five steps."""
    return FormDefinition(steps=(
        who(), _today(), _wishes(), papers(disability_report(required=True)), declarations()))


def _today() -> Step:
    return step(
        "today", _("La vita di oggi"),
        ask("severe", FieldKind.CHOICE, _("Nel verbale c'è scritto che la disabilità è grave?"),
            options=YES_OR_NO_OR_UNKNOWN),
        ask("lives", FieldKind.CHOICE, _("Dove vive adesso?"), options=(
            ("parents", _("Con i genitori")), ("relatives", _("Altri parenti")), ("alone", _("In una casa sua")),
            ("residence", _("In una struttura")))),
        ask("parents_alive", FieldKind.CHOICE, _("I genitori possono aiutare?"), options=(
            ("yes", _("Sì")), ("little", _("Sì, ma con fatica")), ("no", _("No")))),
        ask("network", FieldKind.GROUP, _("Chi aiuta la persona?"), required=False, max_rows=10,
            hint=_("Un parente, un vicino, una badante, un volontario."), parts=(
                row("full_name", FieldKind.TEXT, _("Nome e cognome"), max_length=120),
                row("hours", FieldKind.NUMBER, _("Quante ore alla settimana?"), minimum=1, maximum=168),
                row("is_future", FieldKind.YES_NO, _("Potrà aiutare anche dopo?")))),
        ask("hours_in_all", FieldKind.COMPUTED, _("Ore di aiuto in una settimana, in tutto"),
            shown_as=FieldKind.NUMBER, expression={"sum": [{"var": "network"}, "hours"]}),
        ask("future_helpers", FieldKind.COMPUTED, _("Persone che potranno aiutare anche dopo"),
            shown_as=FieldKind.NUMBER, expression={"count": [{"var": "network"}, "is_future", YES]}))


def _wishes() -> Step:
    return step(
        "wishes", _("La vita che vuole"),
        ask("home_wanted", FieldKind.CHOICE, _("Dove vorrebbe vivere?"), options=(
            ("same", _("Nella casa di oggi")), ("shared", _("Con altre persone, in una casa piccola")),
            ("alone", _("In una casa sua")), ("unknown", _("Non lo so")))),
        ask("has_house", FieldKind.YES_NO, _("La famiglia ha una casa da usare per questo?"),
            only_if={"!=": [{"var": "home_wanted"}, "unknown"]}),
        ask("house", FieldKind.ADDRESS, _("Dove si trova la casa?"), only_if=answered("has_house", YES)),
        ask("guardian", FieldKind.YES_NO, _("C'è un tutore o un amministratore di sostegno?")),
        ask("guardian_person", FieldKind.PERSON, _("Chi è?"), only_if=answered("guardian", YES)),
        own_words())
