"""Coming in with CIE, from the button to the personal area."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import sqlalchemy as sa

from domain.access.actions.federation import answer_cie_sign_in as answering
from domain.access.gateways.jose_tokens import unverified_claims
from domain.platform.settings import settings
from tests.portal.cie.coming_in import LOGIN, is_outside, leave, sign_in
from tests.portal.conftest import Portal
from tests.support.html import Browser
from tests.support.outside.cie import LEVEL_TWO, PROVIDER, Cie
from tests.support.personas import ROSA
from tests.support.questions import Questions


async def test_the_button_leads_to_the_provider_and_back_to_where_one_was(visitor: Browser, cie: Cie) -> None:
    page = await visitor.open("/accedi?next=/domande")
    address = await leave(visitor, page.link("Entra con CIE"))
    assert address.startswith(f"{PROVIDER}/authorization?")
    back = await visitor.open(f"/cie/callback?{cie.come_back(address)}")
    assert back.path == "/domande"
    assert ROSA.given_name in (await visitor.open("/area-personale")).text
    assert "accesso" not in visitor.client.cookies


async def test_a_post_leads_to_the_provider_too(visitor: Browser, cie: Cie) -> None:
    sent = await visitor.client.post(LOGIN, follow_redirects=False)
    assert sent.status_code == 302


async def test_a_sign_in_asks_nobody_but_the_provider(visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    assert cie.asked == ["op.example.it/cie/token", "op.example.it/cie/userinfo"]


async def test_the_request_is_for_us_and_for_the_level_of_the_settings(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "sign_in_level", 3)
    query = parse_qs(urlsplit(await leave(visitor)).query)
    request = unverified_claims(query["request"][0])
    assert request["acr_values"] == "https://www.spid.gov.it/SpidL3"
    assert request["redirect_uri"] == f"{settings().portal_url}/cie/callback"
    assert request["client_id"] == request["iss"] == query["client_id"][0] == settings().portal_url


@pytest.mark.parametrize("op", ["https://altro.example.it", "https://127.0.0.1", "x" * 5000, "%00"])
async def test_an_unknown_provider_is_not_asked_for(visitor: Browser, cie: Cie, op: str) -> None:
    page = await visitor.open(f"/cie/login?op={op}")
    assert page.status == 404
    assert cie.asked == []


async def test_without_a_name_it_is_the_only_provider(visitor: Browser, cie: Cie) -> None:
    assert (await leave(visitor, "/cie/login")).startswith(PROVIDER)


@pytest.mark.parametrize("next_path", ["//altri.example", "https://altri.example", "/accedi"])
async def test_nobody_is_sent_elsewhere_afterwards(visitor: Browser, cie: Cie, next_path: str) -> None:
    address = await leave(visitor, f"/cie/login?{urlencode({'op': PROVIDER, 'next': next_path})}")
    page = await visitor.open(f"/cie/callback?{cie.come_back(address)}")
    assert page.path == "/area-personale"


@pytest.mark.parametrize(
    ("key_encryption", "content_encryption"),
    [
        ("RSA-OAEP", "A128CBC-HS256"),
        ("RSA-OAEP", "A256CBC-HS512"),
        ("RSA-OAEP-256", "A128CBC-HS256"),
        ("RSA-OAEP-256", "A256CBC-HS512"),
    ],
)
async def test_every_pair_of_the_profile_lets_people_in(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch, key_encryption: str, content_encryption: str
) -> None:
    monkeypatch.setattr(settings(), "userinfo_key_encryption", key_encryption)
    monkeypatch.setattr(settings(), "userinfo_content_encryption", content_encryption)
    assert (await sign_in(visitor, cie)).path == "/domande"


async def test_two_tabs_of_one_browser_may_be_on_their_way(visitor: Browser, cie: Cie) -> None:
    first, second = await leave(visitor), await leave(visitor)
    assert (await visitor.open(f"/cie/callback?{cie.come_back(first)}")).path == "/domande"
    # The first one in has taken the cookie away; who is in needs no second answer.
    assert (await visitor.open(f"/cie/callback?{cie.come_back(second)}")).status == 403


async def test_a_sign_in_gives_a_new_session_and_ends_the_former(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    first = visitor.client.cookies["portal"]
    await sign_in(visitor, cie)
    assert visitor.client.cookies["portal"] != first
    thief = portal.browser()
    thief.client.cookies.set("portal", first, domain="prova.test")
    assert await is_outside(thief)


async def test_an_answer_after_the_chain_has_ended_is_refused(portal: Portal, visitor: Browser, cie: Cie) -> None:
    query = cie.come_back(await leave(visitor))
    await _expire(portal)
    page = await visitor.open(f"/cie/callback?{query}")
    assert (page.status, page.heading) == (403, "Il servizio di accesso è fermo")
    assert (await visitor.open(LOGIN)).status == 403
    assert "non si può entrare online" in (await visitor.open("/accedi")).text
    assert cie.asked == []


async def test_a_settings_change_turns_the_way_off_at_once(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = cie.come_back(await leave(visitor))
    monkeypatch.setattr(settings(), "federation", False)
    assert (await visitor.open(f"/cie/callback?{query}")).status == 403
    assert (await visitor.open(LOGIN)).status in (403, 404)


async def test_nobody_comes_in_when_the_register_cannot_be_written(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_register(*_arguments: object) -> None:
        raise OSError("disk full")

    query = cie.come_back(await leave(visitor))
    with monkeypatch.context() as broken:
        broken.setattr(answering, "write_transaction", broken_register)
        page = await visitor.open(f"/cie/callback?{query}")
    assert (page.status, page.heading) == (403, "C'è un problema tecnico")
    assert await is_outside(visitor)


async def test_the_sign_in_is_in_the_register_without_tokens(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    rows = (await portal.connection.execute(_REGISTER)).all()
    assert [row.step for row in rows] == [
        "trust_chain",
        "authorization_request",
        "authorization_response",
        "token_request",
        "token_response",
        "userinfo_request",
        "userinfo_response",
        "userinfo_response",
    ]
    assert len({row.request_id for row in rows[1:]}) == 1
    assert all(row.is_success for row in rows[2:])


async def test_a_refused_sign_in_is_in_the_register_too(portal: Portal, visitor: Browser, cie: Cie) -> None:
    cie.userinfo = {"sub": "cie-karim"}
    await sign_in(visitor, cie)
    rows = (await portal.connection.execute(_REGISTER)).all()
    assert [row.step for row in rows][-1] == "userinfo_response"
    assert not any(row.is_success for row in rows)


async def test_no_log_line_holds_a_token_or_a_code(
    visitor: Browser, cie: Cie, capsys: pytest.CaptureFixture[str]
) -> None:
    await sign_in(visitor, cie)
    cie.id_token = {"acr": "https://www.spid.gov.it/SpidL1"}
    await sign_in(visitor, cie)
    written = "".join(capsys.readouterr())
    for secret in (ROSA.codice_fiscale, "eyJ", "code=", "state="):
        assert secret not in written


async def test_the_session_keeps_the_level_and_who_vouched(portal: Portal, visitor: Browser, cie: Cie) -> None:
    cie.id_token = {"acr": LEVEL_TWO.replace("L2", "L3")}
    await sign_in(visitor, cie)
    row = (await portal.connection.execute(sa.text("SELECT level, way, issuer FROM access.session"))).one()
    assert (row.level, str(row.way), row.issuer) == (3, "cie", PROVIDER)


async def test_the_page_of_the_ways_asks_the_database_little(visitor: Browser, cie: Cie, questions: Questions) -> None:
    await visitor.open("/accedi")
    with questions(at_most=3):
        await visitor.open("/accedi")


async def _expire(portal: Portal) -> None:
    await portal.connection.execute(
        sa.text("UPDATE access.identity_provider SET expires_at = now() - interval '1 second'")
    )


_REGISTER = sa.text("SELECT step, request_id, is_success FROM access.transaction_record ORDER BY created_at, sequence")
