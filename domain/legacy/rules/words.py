"""What old archives write in coded columns, by our code, for the words that are the program's own.

Written with lines for blanks: they are compared folded.
"""

from collections.abc import Iterable, Mapping

from babel import Locale

from domain.casework.terms import CaseStatus
from domain.legacy.rules.headings import folded
from domain.reception.terms.sheets import Outcome
from domain.registry.terms import Kinship

SEX = {
    "F": ("f", "femmina", "femminile", "donna", "d", "2"),
    "M": ("m", "maschio", "maschile", "uomo", "u", "1"),
}

KINSHIPS: dict[str, tuple[str, ...]] = {
    Kinship.REFERENCE: ("intestatario", "intestataria", "capofamiglia", "intestatario_scheda", "is", "cf", "titolare"),
    Kinship.SPOUSE: ("marito", "moglie", "coniuge", "mg", "unito_civilmente"),
    Kinship.PARTNER: ("compagno", "compagna", "convivente_more_uxorio", "partner"),
    Kinship.CHILD: ("figlio", "figlia", "fg"),
    Kinship.PARENT: ("padre", "madre", "genitore", "pd", "md"),
    Kinship.SIBLING: ("fratello", "sorella", "fr", "so"),
    Kinship.GRANDCHILD: ("nipote_di_nonno", "nipote_ex_filio"),
    Kinship.GRANDPARENT: ("nonno", "nonna"),
    Kinship.STEPCHILD: ("figliastro", "figliastra", "figlio_del_coniuge", "figlia_del_coniuge"),
    Kinship.FOSTER_CHILD: ("minore_affidato", "minore_in_affidamento", "affidato", "affidata"),
    Kinship.PARENT_IN_LAW: ("suocero", "suocera"),
    Kinship.CHILD_IN_LAW: ("genero", "nuora"),
    Kinship.UNCLE_OR_AUNT: ("zio", "zia"),
    Kinship.NEPHEW_OR_NIECE: ("nipote_di_zio", "nipote_ex_fratre"),
    Kinship.COUSIN: ("cugino", "cugina"),
    Kinship.FRIEND: ("amico", "amica", "conoscente"),
    Kinship.OTHER_RELATIVE: ("parente", "affine", "altro_affine"),
    Kinship.NOT_RELATED: ("non_parente", "convivente_non_parente", "nessuna_parentela", "altro", "badante"),
}

CASES: dict[str, tuple[str, ...]] = {
    CaseStatus.REPORTED: ("aperta", "aperto", "attiva", "attivo", "segnalata", "in_corso", "in_carico"),
    CaseStatus.CLOSED: ("chiusa", "chiuso", "dimessa", "dimesso", "archiviata", "cessata", "conclusa"),
}
"""Nobody is in charge of a case that comes from elsewhere: somebody here takes it."""

OUTCOMES: dict[str, tuple[str, ...]] = {
    Outcome.INFORMATION: ("informazione", "informazioni"),
    Outcome.ORIENTATION: ("orientamento",),
    Outcome.REFERRAL: ("invio", "inviato", "invio_ad_altro_ufficio"),
    Outcome.EMERGENCY: ("urgenza", "emergenza"),
    Outcome.NOTHING_MORE: ("nessuno", "chiusa", "chiuso", "concluso"),
}

_PEOPLES = {
    "IT": ("italiana", "italiano", "ita"),
    "MA": ("marocchina", "marocchino"),
    "AL": ("albanese",),
    "RO": ("romena", "romeno", "rumena", "rumeno"),
    "UA": ("ucraina", "ucraino"),
    "CN": ("cinese",),
    "TN": ("tunisina", "tunisino"),
    "EG": ("egiziana", "egiziano"),
    "NG": ("nigeriana", "nigeriano"),
    "SN": ("senegalese",),
    "BD": ("bangladese", "bengalese", "bangladesh"),
    "PK": ("pakistana", "pachistana", "pakistano"),
    "IN": ("indiana", "indiano"),
    "PE": ("peruviana", "peruviano"),
    "PH": ("filippina", "filippino"),
    "MD": ("moldava", "moldavo", "moldova", "moldavia"),
    "PL": ("polacca", "polacco"),
    "GH": ("ghanese",),
    "XX": ("apolide",),
}


def synonyms(table: Mapping[str, Iterable[str]], labels: Mapping[str, str]) -> dict[str, str]:
    """Code by folded word: what archives write, our labels and our codes; these last count most."""
    found = {folded(word): code for code, words in table.items() for word in words}
    found |= {folded(label): str(code) for code, label in labels.items()}
    return found | {folded(code): str(code) for code in labels}


def countries(iso3: Mapping[str, str]) -> dict[str, str]:
    """The two letters of a country by its folded Italian name, by its peoples, and by three letters.

    ``iso3`` gives a name for three letters, as the list of foreign countries has them.
    """
    names = {code: name for code, name in Locale("it").territories.items() if len(code) == 2 and code.isalpha()}
    by_name = {folded(name): code for code, name in names.items()}
    found = by_name | {code.casefold(): code for code in names}
    found |= {code.casefold(): by_name[folded(name)] for code, name in iso3.items() if folded(name) in by_name}
    return found | {word: code for code, words in _PEOPLES.items() for word in words}


def places(rows: Iterable[tuple[str, str, Mapping[str, str], bool]]) -> dict[str, str]:
    """The code of a comune or country by name, by name with the province, by ISTAT number and by the code itself.

    ``rows``: code, label, what else is known, and whether it still exists; those come last, and count more. A name
    that two of today's have means neither: it needs the province.
    """
    found: dict[str, str] = {}
    today: set[str] = set()
    twice: set[str] = set()
    for code, label, known, is_today in rows:
        name, province = folded(label), known.get("province", "")
        if is_today:
            (twice if name in today else today).add(name)
        found[name] = code
        if province:
            found[f"{name} {province.casefold()}"] = code
        if istat := known.get("istat", ""):
            found |= {istat: code, istat.lstrip("0"): code}
        found[code.casefold()] = code
    return {word: code for word, code in found.items() if word not in twice}
