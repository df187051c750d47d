"""What the registry answers, as ANPR's contracts write it: in capitals, with what is missing left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from e2e.emulators.civil_registry.people import Resident


def people(found: Iterable[Resident], number: str) -> dict[str, Any]:
    """The answer of C001."""
    subjects = [
        {
            "generalita": _person(one.person),
            "residenza": [_residence(one.household)],
            "infoSoggettoEnte": _information(one.person),
        }
        for one in found
    ]
    return {"idOperazioneANPR": number, "listaSoggetti": {"datiSoggetto": subjects}}


def household(members: Iterable[Mapping[str, Any]], home: Mapping[str, Any], number: str) -> dict[str, Any]:
    """The answer of C021."""
    subjects = [_member(one, home) for one in members]
    return {"idOperazioneANPR": number, "listaSoggetti": {"datiSoggetto": subjects}}


def refusal(code: str, text: str, number: str) -> dict[str, Any]:
    """An answer that is none."""
    return {
        "idOperazioneANPR": number,
        "listaErrori": [{"codiceErroreAnomalia": code, "tipoErroreAnomalia": "E", "testoErroreAnomalia": text}],
    }


def _member(one: Mapping[str, Any], home: Mapping[str, Any]) -> dict[str, Any]:
    since = one.get("since", max(home["since"], one["born_on"]))
    told: dict[str, Any] = {
        "generalita": _person(one),
        "legameSoggetto": {"tipoLegame": "1", "codiceLegame": one["tie"], "dataDecorrenza": since},
    }
    if died_on := one.get("died_on"):
        told["datiDecesso"] = {"dataEvento": died_on}
    return told


def _person(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "codiceFiscale": {"codFiscale": one["codice_fiscale"], "validitaCF": "1"},
        "cognome": one["family_name"].upper(),
        "nome": one["given_name"].upper(),
        "sesso": one["sex"],
        "dataNascita": one["born_on"],
    }


def _residence(home: Mapping[str, Any]) -> dict[str, Any]:
    address = home["address"]
    number: dict[str, Any] = {"numero": address["number"]} if address["number"] else {}
    if address["inside"]:
        number["civicoInterno"] = {"interno1": address["inside"]}
    return {
        "tipoIndirizzo": "1",
        "indirizzo": {
            "cap": address["postal_code"],
            "comune": {"nomeComune": address["city"].upper()},
            "toponimo": {"specie": address["kind"].upper(), "denominazioneToponimo": address["road"].upper()},
            "numeroCivico": number,
        },
        "dataDecorrenzaResidenza": home["since"],
    }


def _information(one: Mapping[str, Any]) -> list[dict[str, Any]]:
    if died_on := one.get("died_on"):
        return [{"id": "1", "chiave": "Data decesso", "valore": "S", "valoreData": died_on}]
    return []
