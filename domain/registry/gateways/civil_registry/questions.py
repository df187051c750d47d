"""Our questions in the words of ANPR's contracts C001 (person and residence) and C021 (household)."""

from typing import Any

from domain.registry.gateways.civil_registry.port import Criteria, Question

PERSON, HOUSEHOLD = "C001", "C021"


def body(use: str, criteria: Criteria, question: Question) -> dict[str, Any]:
    """The body of a request (``RichiestaE002``); ``use`` is the case of use that the ente was granted."""
    return {
        "idOperazioneClient": str(question.number),
        "criteriRicerca": _criteria(criteria),
        "datiRichiesta": {
            "dataRiferimentoRichiesta": question.day.isoformat(),
            "motivoRichiesta": question.practice,
            "casoUso": use,
        },
    }


def _criteria(criteria: Criteria) -> dict[str, Any]:
    if criteria.codice_fiscale:
        return {"codiceFiscale": criteria.codice_fiscale}
    found: dict[str, Any] = {"cognome": criteria.family_name, "nome": criteria.given_name}
    if criteria.born_on is not None:
        found["datiNascita"] = {"dataEvento": criteria.born_on.isoformat()}
    return {name: value for name, value in found.items() if value}
