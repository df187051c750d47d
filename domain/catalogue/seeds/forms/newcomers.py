"""Help for people from other countries: language, papers, first needs. Nobody must have papers to ask."""

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition, Step
from domain.catalogue.seeds.forms.shared import card as a_card
from domain.catalogue.seeds.forms.shared import family, own_words, people_in_all, who
from domain.catalogue.seeds.home_care_papers import declarations
from domain.catalogue.seeds.questions import answered, ask, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def card() -> ServiceCard:
    """What people read before they ask."""
    return a_card(
        _("Aiuto per chi viene da un altro Paese"),
        _("Ti aiutiamo con i documenti, la lingua, la casa e la scuola dei figli."),
        _("Il servizio è per tutte le persone straniere, anche senza documenti."),
        _("Un incontro con un operatore e, se serve, una persona che parla la tua lingua."),
        topic=_("Persone straniere"), area=_("Famiglie e persone in difficoltà"),
        also_called=(_("immigrati"), _("permesso di soggiorno"), _("corso di italiano")))


def form() -> FormDefinition:
    """Four steps, with the family."""
    return FormDefinition(steps=(who(), _papers(), _needs(), declarations()))


def _papers() -> Step:
    permit = answered("permit", YES)
    return step(
        "papers", _("Documenti"),
        ask("country", FieldKind.TEXT, _("Da quale Paese viene?"), max_length=80),
        ask("in_italy_since", FieldKind.NUMBER, _("In quale anno è arrivata in Italia?"), minimum=1920, maximum=2100),
        ask("permit", FieldKind.CHOICE, _("Ha un permesso di soggiorno?"), options=(
            (YES, _("Sì")), ("asked", _("L'abbiamo chiesto e aspettiamo")), ("no", _("No")),
            ("not_needed", _("Non serve: è di un Paese dell'Unione europea")))),
        ask("permit_until", FieldKind.DATE, _("Fino a quando vale?"), only_if=permit, required=False),
        ask("permit_paper", FieldKind.DOCUMENT, _("Permesso di soggiorno"), document_kind="residence_permit",
            only_if=permit, required=False, hint=_("Una foto davanti e una dietro, oppure un PDF.")),
        intro=_("Puoi chiedere aiuto anche se non hai i documenti."))


def _needs() -> Step:
    speaks = {"in": [{"var": "italian"}, ["little", "no"]]}
    return step(
        "needs", _("Che aiuto serve"),
        family(), people_in_all(),
        ask("italian", FieldKind.CHOICE, _("Parla italiano?"), options=(
            ("yes", _("Sì")), ("little", _("Un poco")), ("no", _("No")))),
        ask("spoken_language", FieldKind.TEXT, _("Quale lingua?"), only_if=speaks, max_length=60),
        ask("interpreter", FieldKind.YES_NO, _("Serve una persona che parla la sua lingua?"), only_if=speaks),
        ask("help_wanted", FieldKind.CHOICES, _("In che cosa serve aiuto?"), hint=_("Puoi scegliere più risposte."),
            options=(
                ("papers", _("Documenti")), ("italian", _("Imparare l'italiano")), ("home", _("La casa")),
                ("work", _("Trovare un lavoro")), ("school", _("Scuola dei figli")), ("health", _("La salute")))),
        own_words())
