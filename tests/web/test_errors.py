"""Refusals and failures, as people see them."""

import httpx
import pytest


@pytest.mark.parametrize(
    "kind, status, words",
    [
        ("regola", 422, "Non è possibile andare avanti"),
        ("assente", 404, "Pagina non trovata"),
        ("vietato", 403, "Non puoi aprire questa pagina"),
        ("cambiato", 409, "I dati sono cambiati"),
        ("rotto", 500, "C'è un problema tecnico"),
    ],
)
async def test_every_refusal_has_its_page(site: httpx.AsyncClient, kind: str, status: int, words: str) -> None:
    answer = await site.get(f"/prova/{kind}")
    assert answer.status_code == status
    assert words.replace("'", "&#39;") in answer.text


async def test_a_failure_tells_a_number_and_nothing_of_what_broke(site: httpx.AsyncClient) -> None:
    answer = await site.get("/prova/rotto")
    assert "RSSMRA85M01H501Q" not in answer.text
    assert "di' questo numero" in answer.text


async def test_an_unknown_address_is_a_page_in_the_readers_language(site: httpx.AsyncClient) -> None:
    answer = await site.get("/nessuna/parte", headers={"accept-language": "ar"})
    assert answer.status_code == 404
    assert 'dir="rtl"' in answer.text


async def test_htmx_gets_the_fragment_only(site: httpx.AsyncClient) -> None:
    answer = await site.get("/prova/regola", headers={"hx-request": "true", "hx-request-type": "partial"})
    assert answer.status_code == 422
    assert "<html" not in answer.text
    assert 'id="refusal"' in answer.text


async def test_machines_get_json(site: httpx.AsyncClient) -> None:
    answer = await site.get("/prova/assente", headers={"accept": "application/json"})
    assert answer.json()["status"] == 404
