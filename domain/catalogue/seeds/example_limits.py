"""Limits of ISEE for the demo only: invented, and said to be so. A real comune writes its own."""

from domain.catalogue.rules.requirements import Requirement
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

# Laid out like the list that it is: one argument a line would hide the words.
# fmt: off


def example_limits() -> dict[str, tuple[Requirement, ...]]:
    """Slug of a service to the limit that the demo adds to its requirements."""
    return {
        "contributo-economico": (_limit(9_000, _("Esempio inventato: la famiglia ha un ISEE fino a 9.000 euro.")),),
        "contributo-affitto": (_limit(12_000, _("Esempio inventato: la famiglia ha un ISEE fino a 12.000 euro.")),),
        "mensa-scolastica": (_limit(15_000, _("Esempio inventato: la famiglia ha un ISEE fino a 15.000 euro.")),),
    }


def _limit(euros: int, sentence: Text) -> Requirement:
    return Requirement(
        key="isee_limit", sentence=Localised.of(sentence), condition={"<=": [{"var": "isee"}, euros * 100]},
        source=Localised.of(_("Numero inventato per la prova: ogni Comune scrive il suo nel regolamento.")),
        how_to_mend=Localised.of(_("Se i redditi sono scesi molto, chiedi in un CAF l'ISEE corrente.")))
