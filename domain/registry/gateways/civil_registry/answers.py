"""ANPR's answers in our words. What is missing is left empty; what is not as the contract says is refused."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.kernel.codice_fiscale import check_form
from domain.registry.gateways.civil_registry.port import Unreadable
from domain.registry.rules.civil.record import CivilAddress, CivilMember, CivilRecord
from domain.registry.rules.civil.wording import in_ordinary_letters, place_in_ordinary_letters
from domain.registry.terms import Kinship

# Codes of ANPR's table "Relazione di parentela - Famiglia" (repository italia/anpr, CC-BY 4.0).
KINSHIPS: dict[str, Kinship] = {
    "1": Kinship.REFERENCE,
    "2": Kinship.SPOUSE,
    "28": Kinship.SPOUSE,
    "23": Kinship.PARTNER,
    "3": Kinship.CHILD,
    "80": Kinship.CHILD,
    "4": Kinship.GRANDCHILD,
    "6": Kinship.PARENT,
    "9": Kinship.SIBLING,
    **dict.fromkeys(("5", "7", "8", "10", "11", "12", "13", "14", "15", "16", "17"), Kinship.OTHER_RELATIVE),
    **dict.fromkeys(("18", "19", "20", "21", "22", "81"), Kinship.OTHER_RELATIVE),
    **dict.fromkeys(("24", "25", "26"), Kinship.NOT_RELATED),
}
"""Code 99 ("not communicated") and codes to come say nothing: the kinship is left as we hold it."""
DEATH = "decesso"


def people_in(answer: Mapping[str, Any]) -> list[CivilRecord]:
    """Everybody in an answer (``RispostaE002OK``). Refuses ``Unreadable``."""
    return [_record(one) for one in _subjects(answer)]


def members_in(answer: Mapping[str, Any]) -> list[CivilMember]:
    """Everybody of the household in an answer of C021. Refuses ``Unreadable``."""
    return [_member(one) for one in _subjects(answer)]


def number_in(answer: Mapping[str, Any]) -> str:
    """The number that ANPR gave to the answer."""
    return _text(answer, "idOperazioneANPR")[:100]


def _subjects(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    listed = _part(answer, "listaSoggetti").get("datiSoggetto")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise Unreadable("no list of people")
    return listed


def _record(subject: Mapping[str, Any]) -> CivilRecord:
    person = _part(subject, "generalita")
    return CivilRecord(
        codice_fiscale=_code(person),
        given_name=in_ordinary_letters(_text(person, "nome")),
        family_name=in_ordinary_letters(_text(person, "cognome")),
        sex=_sex(person),
        born_on=None
        if _text(person, "senzaGiorno") or _text(person, "senzaGiornoMese")
        else _day(person, "dataNascita"),
        died_on=_died_on(subject),
        residence=_residence(subject),
    )


def _member(subject: Mapping[str, Any]) -> CivilMember:
    tie = _part(subject, "legameSoggetto")
    code = _text(tie, "codiceLegame").lstrip("0")
    since = _day(tie, "dataDecorrenzaLegame") or _day(tie, "dataDecorrenza")
    return CivilMember(_record(subject), KINSHIPS.get(code), since)


def _died_on(subject: Mapping[str, Any]) -> date | None:
    """The day of death: in a part of its own, or, in some services, among the information on the person."""
    told = _day(_part(subject, "datiDecesso"), "dataEvento")
    if told is not None:
        return told
    listed = subject.get("infoSoggettoEnte")
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and DEATH in _text(one, "chiave").lower() and (day := _day(one, "valoreData")):
            return day
    return None


def _residence(subject: Mapping[str, Any]) -> CivilAddress | None:
    listed = subject.get("residenza")
    if not isinstance(listed, list) or not listed or not isinstance(listed[0], dict):
        return None
    address = _part(listed[0], "indirizzo")
    road, house = _part(address, "toponimo"), _part(address, "numeroCivico")
    inside = _part(house, "civicoInterno")
    number = f"{_text(house, 'numero')}{_text(house, 'lettera')}{_text(house, 'esponente1')}"
    named = place_in_ordinary_letters(
        " ".join(filter(None, (_text(road, "specie"), _text(road, "denominazioneToponimo"), number)))
    )
    flat = _text(inside, "interno1")
    return CivilAddress(
        street=(f"{named}, interno {flat}" if flat else named)[:200],
        postal_code=_postal_code(address),
        city=place_in_ordinary_letters(_text(_part(address, "comune"), "nomeComune"))[:100],
        since=_day(listed[0], "dataDecorrenzaResidenza"),
    )


def _postal_code(address: Mapping[str, Any]) -> str:
    code = _text(address, "cap")
    return code if len(code) == 5 and code.isdigit() else ""


def _code(person: Mapping[str, Any]) -> str:
    code = _text(_part(person, "codiceFiscale"), "codFiscale")
    try:
        return check_form(code) if code else ""
    except ValueError:
        raise Unreadable("a codice fiscale that cannot be one") from None


def _sex(person: Mapping[str, Any]) -> str:
    letter = _text(person, "sesso").upper()
    return letter if letter in ("F", "M") else ""


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = whole.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Unreadable(f"{name} is not an object")
    return found


def _text(whole: Mapping[str, Any], name: str) -> str:
    found = whole.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise Unreadable(f"{name} is not a text")
    return found.strip()[:200]


def _day(whole: Mapping[str, Any], name: str) -> date | None:
    written = _text(whole, name)
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        raise Unreadable(f"{name} is not a day") from None
