"""Families ready to take a child in: who they are, and what they offer."""

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
    """What people read before they offer."""
    return a_card(
        _("Accogliere un bambino (affido familiare)"),
        _("La tua famiglia può accogliere un bambino per un periodo della sua vita."),
        _("Il servizio è per coppie e persone sole, con figli o senza."),
        _("Incontri con gli operatori, per conoscersi. Poi l'ufficio decide con te."),
        topic=_("Famiglia"), area=_("Famiglie e persone in difficoltà"),
        also_called=(_("affidamento"), _("famiglia affidataria")))


def form() -> FormDefinition:
    """Five steps."""
    return FormDefinition(steps=(who(label=_("Chi sei?")), _home(), _offer(), papers(), declarations()))


def _home() -> Step:
    return step(
        "home_family", _("Casa e famiglia"),
        family(row("kinship", FieldKind.CHOICE, _("Chi è per te questa persona?"), options=(
            ("spouse", _("Marito, moglie o convivente")), ("child", _("Figlio o figlia")), ("parent", _("Genitori")),
            ("other", _("Altre persone"))))),
        people_in_all(),
        ask("children", FieldKind.COMPUTED, _("Figli che vivono con te"), shown_as=FieldKind.NUMBER,
            expression={"count": [{"var": "family"}, "kinship", "child"]}),
        ask("rooms", FieldKind.NUMBER, _("Quante stanze ha la casa?"), minimum=1, maximum=30),
        ask("own_room", FieldKind.YES_NO, _("Il bambino può avere una stanza sua?")),
        ask("pets", FieldKind.YES_NO, _("Ci sono animali in casa?")))


def _offer() -> Step:
    return step(
        "offer", _("Che cosa puoi fare"),
        ask("times", FieldKind.CHOICES, _("In quali momenti?"), options=(
            ("full", _("Giorno e notte")), ("afternoons", _("Pomeriggio")), ("weekends", _("Sabato e domenica")),
            ("holidays", _("Vacanze")))),
        ask("from_age", FieldKind.NUMBER, _("Da quanti anni?"), minimum=0, maximum=17),
        ask("to_age", FieldKind.NUMBER, _("Fino a quanti anni?"), minimum=0, maximum=17),
        ask("more_children", FieldKind.YES_NO, _("Potresti accogliere due fratelli?")),
        ask("disability", FieldKind.YES_NO, _("Potresti accogliere un bambino con disabilità?")),
        ask("languages", FieldKind.TEXT, _("Quali lingue parlate in casa?"), max_length=120),
        ask("experience", FieldKind.YES_NO, _("Hai già accolto un bambino?")),
        ask("experience_words", FieldKind.LONG_TEXT, _("Com'è andata?"), required=False,
            only_if=answered("experience", YES), max_length=1000),
        own_words())
