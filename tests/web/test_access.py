"""Who comes in, who is sent to sign in, who is refused."""

import httpx
import pytest

from domain.kernel.roles import Role
from tests.web.conftest import Stage


async def test_somebody_who_is_not_signed_in_is_sent_to_do_it_and_comes_back(site: httpx.AsyncClient) -> None:
    answer = await site.get("/riservata")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/accedi?next=/riservata"


async def test_htmx_is_sent_to_sign_in_as_a_whole_page(site: httpx.AsyncClient) -> None:
    answer = await site.get("/riservata", headers={"hx-request": "true"})
    assert answer.headers["hx-redirect"].startswith("/accedi")


async def test_a_session_of_the_wrong_site_opens_nothing(site: httpx.AsyncClient) -> None:
    answer = await site.get("/riservata", headers={"cookie": "portal=buono"})
    assert answer.status_code == 303


async def test_an_operator_without_the_role_is_refused(site: httpx.AsyncClient) -> None:
    assert (await site.get("/ufficio-riservato", headers={"cookie": "portal=buono"})).status_code == 403


async def test_an_operator_with_the_role_comes_in(site: httpx.AsyncClient, stage: Stage) -> None:
    stage.roles = frozenset({Role.ENTE_ADMIN})
    assert (await site.get("/ufficio-riservato", headers={"cookie": "portal=buono"})).text == "amministratore"


async def test_a_planted_session_id_is_nobody(site: httpx.AsyncClient) -> None:
    assert (await site.get("/ufficio-riservato", headers={"cookie": "portal=scelto-da-me"})).status_code == 303


async def test_a_post_without_the_token_of_the_form_is_refused(site: httpx.AsyncClient) -> None:
    assert (await site.post("/spedisci", data={"x": "1"})).status_code == 403


async def test_a_route_that_is_turned_off_says_so(site: httpx.AsyncClient, stage: Stage) -> None:
    stage.off = frozenset({"portal:reserved"})
    answer = await site.get("/riservata")
    assert answer.status_code == 503
    assert "fermo per manutenzione" in answer.text


@pytest.mark.parametrize("path", ["/prova/regola", "/healthz", "/nessuna"])
async def test_every_answer_carries_the_security_headers(site: httpx.AsyncClient, path: str) -> None:
    headers = (await site.get(path)).headers
    assert "unsafe" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


async def test_metrics_are_not_public(site: httpx.AsyncClient) -> None:
    assert (await site.get("/metrics")).status_code == 404


async def test_a_body_that_is_too_large_gets_an_answer_and_not_a_broken_line(site: httpx.AsyncClient) -> None:
    answer = await site.post(
        "/spedisci", content=b"x" * (42 * 1024 * 1024), headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert answer.status_code == 413
    assert "fino a 40 MB" in answer.text
