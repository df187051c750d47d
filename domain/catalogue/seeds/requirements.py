"""Who may have the services with which an ente starts, as their cards say it.

No limit of ISEE, no age and no length of residence that a comune sets is among them: the ente writes its own. The
eighteen years of an adult are those of the civil code (article 2).
"""

from typing import Any

from domain.catalogue.rules.requirements import Requirement
from domain.catalogue.seeds.questions import answered
from domain.catalogue.terms import NO, YES
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

# Laid out like the list that it is: one argument a line would hide the words.
# fmt: off

CARD = _("Scheda del servizio.")
# NOTA: testo di legge: L. 112/2016, art. 1; L. 104/1992, art. 3
AFTER_US_LAW = _("Legge 22 giugno 2016, n. 112, articolo 1; legge 5 febbraio 1992, n. 104, articolo 3, comma 3.")
# NOTA: testo di legge: D.L. 48/2023, artt. 4 e 6
ADI_LAW = _("Decreto-legge 4 maggio 2023, n. 48, articoli 4 e 6.")
# NOTA: testo di legge: L. 184/1983, art. 2
FOSTER_LAW = _("Legge 4 maggio 1983, n. 184, articolo 2.")


def starting_requirements() -> dict[str, tuple[Requirement, ...]]:
    """The requirements by the slug of the service."""
    here, poor = _lives_here(), _has_money_trouble()
    return {
        "assistenza-domiciliare": (here, _needs_help()),
        "contributo-economico": (here, poor, _has_isee()),
        "contributo-affitto": (here, _pays_rent(), poor, _has_isee()),
        "mensa-scolastica": (here, _eats_at_school(), _has_isee()),
        "trasporto-persone-con-disabilita": (here, _is_disabled(), _cannot_use_bus()),
        "nido": (here, _has_small_child(), _has_isee()),
        "affido-familiare": (here, _would_foster()),
        "accompagnamento-adi": (here, _has_asked_adi()),
        "casa-popolare": (_has_no_suitable_home(), poor, _has_isee()),
        "dopo-di-noi": (here, _is_adult(), _is_severely_disabled()),
        "aiuto-persone-straniere": (here, _comes_from_abroad()),
    }


def _one(
    key: str, sentence: Text, condition: dict[str, Any], source: Text = CARD, mend: Text | None = None, **more: Any
) -> Requirement:
    return Requirement(key=key, sentence=Localised.of(sentence), condition=condition, source=Localised.of(source),
                       how_to_mend=Localised.of(mend) if mend else None, **more)


def _lives_here() -> Requirement:
    return _one("lives_here", _("Vive in uno dei Comuni di questa zona."), answered("lives_here", YES),
                mend=_("Chiedi ai servizi sociali del Comune dove vive."))


def _has_money_trouble() -> Requirement:
    return _one("has_money_trouble", _("La famiglia fa fatica a pagare le spese importanti."),
                answered("has_money_trouble", YES))


def _has_isee() -> Requirement:
    return _one("has_isee", _("La famiglia ha un ISEE di quest'anno."), answered("has_isee", YES), is_blocking=False,
                mend=_("L'ISEE si fa gratis in un CAF, oppure sul sito dell'INPS. Puoi farlo anche dopo."))


def _needs_help() -> Requirement:
    return _one("needs_help_at_home", _("La persona non riesce a fare tutto da sola a casa."),
                answered("needs_help_at_home", YES))


def _pays_rent() -> Requirement:
    return _one("pays_rent", _("La famiglia vive in affitto."), answered("pays_rent", YES))


def _eats_at_school() -> Requirement:
    return _one("eats_at_school", _("C'è un bambino che mangia a scuola."), answered("eats_at_school", YES))


def _is_disabled() -> Requirement:
    return _one("has_disability_certificate", _("La persona ha un'invalidità riconosciuta."),
                answered("has_disability_certificate", YES),
                mend=_("Il medico di famiglia ti spiega come chiedere la visita all'INPS."))


def _cannot_use_bus() -> Requirement:
    return _one("can_use_bus", _("La persona non riesce a usare l'autobus."), answered("can_use_bus", NO))


def _has_small_child() -> Requirement:
    return _one("has_small_child", _("C'è un bambino che non va ancora alla scuola dell'infanzia."),
                answered("has_small_child", YES))


def _would_foster() -> Requirement:
    return _one("would_foster", _("La famiglia, o la persona sola, vuole accogliere un bambino."),
                answered("would_foster", YES), FOSTER_LAW)


def _has_asked_adi() -> Requirement:
    return _one("has_asked_adi", _("La famiglia ha chiesto o riceve l'Assegno di inclusione."),
                answered("has_asked_adi", YES), ADI_LAW,
                mend=_("L'Assegno di inclusione si chiede all'INPS, anche con un patronato o un CAF."))


def _has_no_suitable_home() -> Requirement:
    return _one("has_suitable_home", _("La famiglia non ha una casa adatta."), answered("has_suitable_home", NO))


def _is_adult() -> Requirement:
    return _one("age", _("La persona ha almeno 18 anni."), {">=": [{"var": "age"}, 18]},
                mend=_("Si può chiedere da quando compie 18 anni. Ai servizi sociali puoi parlarne già adesso."))


def _is_severely_disabled() -> Requirement:
    grave = [answered("has_disability_certificate", YES), answered("has_severe_disability", YES)]
    return _one("has_severe_disability", _("La persona ha una disabilità grave riconosciuta."),
                {"and": grave}, AFTER_US_LAW,
                mend=_("Il medico di famiglia ti spiega come chiedere la visita all'INPS."))


def _comes_from_abroad() -> Requirement:
    return _one("citizenship_kind", _("La persona viene da un altro Paese, anche senza documenti."),
                {"or": [answered("citizenship_kind", "eu"), answered("citizenship_kind", "non_eu")]})
