"""How the parts of a card are called, and what each of them is for."""

from domain.kernel.text import Text, _
from domain.organization.queries.codes import CodeRow

PART_LABELS: dict[str, Text] = {
    "title": _("Come si chiama"),
    "summary": _("In una frase"),
    "addressed_to": _("A chi è rivolto"),
    "how_to": _("Come si fa"),
    "needed": _("Che cosa serve"),
    "obtained": _("Che cosa si ottiene"),
    "times": _("Tempi"),
    "conditions": _("Condizioni"),
    "costs": _("Costi"),
    "topic": _("Argomento"),
    "area": _("Area dell'ufficio"),
    "also_called": _("Altri modi in cui la gente lo chiama"),
}
PART_HINTS: dict[str, Text] = {
    "title": _("Con le parole di chi lo cerca."),
    "summary": _("Si legge nell'elenco dei servizi."),
    "needed": _("Una cosa per riga."),
    "times": _("Quanto tempo passa prima della risposta."),
    "also_called": _("Uno per riga. Servono per trovarlo con la ricerca."),
}


def benefit_words(benefit: CodeRow) -> str:
    """A benefit of the national register as one chooses it: the code before its official words."""
    return f"{benefit.code} {benefit.label}"


SHORT_PARTS = frozenset({"title", "topic", "area"})
"""Parts of one line."""
