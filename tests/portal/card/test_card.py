"""Coming in with a card: the proxy's word, checked again."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import sqlalchemy as sa
from cryptography.x509.oid import ExtendedKeyUsageOID
from pydantic import SecretStr

from domain.kernel.clock import utcnow
from domain.platform.settings import settings
from tests.portal.conftest import Portal
from tests.support.html import Browser, Page
from tests.support.outside.cards import CardAuthority, pem
from tests.support.personas import DAVIDE, ROSA

SECRET = "un segreto lungo del proxy"
OURS = CardAuthority()
STRANGER = CardAuthority("CA straniera")


@pytest.fixture(autouse=True)
def cards_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Cards are on, with one authority; gives back the folder for lists of the revoked."""
    bundle = tmp_path / "authorities.pem"
    bundle.write_text(pem(CardAuthority("un'altra CA").certificate()) + pem(OURS.certificate()))
    monkeypatch.setattr(settings(), "card_header_secret", SecretStr(SECRET))
    monkeypatch.setattr(settings(), "card_authorities", bundle)
    monkeypatch.setattr(settings(), "portal_url", "http://prova.test")
    return tmp_path


async def shown(browser: Browser, certificate: str, *, proof: str = SECRET, verdict: str = "SUCCESS") -> Page:
    headers = {"x_card_proof": proof, "x_card_verify": verdict, "x_card_certificate": quote(certificate)}
    return await browser.open("/accedi/tessera?next=/domande", **headers)


async def test_a_card_in_force_opens_a_session_of_level_3(portal: Portal, visitor: Browser) -> None:
    page = await shown(visitor, pem(OURS.card()))
    assert (page.status, page.path) == (200, "/domande")
    area = await visitor.open("/area-personale")
    assert ROSA.codice_fiscale in area.text
    found = await portal.connection.execute(sa.text("SELECT level, way FROM access.session"))
    assert [tuple(row) for row in found] == [(3, "cns")]


async def test_the_card_of_somebody_known_opens_their_account(portal: Portal, rosa: Browser) -> None:
    await shown(portal.browser(), pem(OURS.card()))
    found = await portal.connection.execute(sa.text("SELECT count(*) FROM access.account"))
    assert found.scalar_one() == 1


async def test_the_code_may_stand_in_the_serial_number_of_the_name(visitor: Browser) -> None:
    card = OURS.card(common_name="Maria Rosa Bellandi", name_serial=f"TINIT-{ROSA.codice_fiscale}")
    assert (await shown(visitor, pem(card))).path == "/domande"


CASES = {
    "revoked by the proxy": (pem(OURS.card()), "FAILED:certificate revoked", "La tessera è bloccata"),
    "expired by the proxy": (pem(OURS.card()), "FAILED:certificate has expired", "La tessera è scaduta"),
    "refused by the proxy": (pem(OURS.card()), "FAILED:unable to verify", "Non riconosciamo la tessera"),
    "no card": ("", "NONE", "Non abbiamo letto la tessera"),
    "expired": (pem(OURS.card(ends_at=utcnow() - timedelta(days=1))), "SUCCESS", "La tessera è scaduta"),
    "foreign": (pem(STRANGER.card()), "SUCCESS", "Non riconosciamo la tessera"),
    "not for signing in": (
        pem(OURS.card(purposes=(ExtendedKeyUsageOID.EMAIL_PROTECTION,))),
        "SUCCESS",
        "Non riconosciamo la tessera",
    ),
    "for nothing said": (pem(OURS.card(purposes=())), "SUCCESS", "Non riconosciamo la tessera"),
    "without code": (pem(OURS.card(common_name="Maria Rosa Bellandi")), "SUCCESS", "Non riconosciamo la tessera"),
    "the authority itself": (pem(OURS.certificate()), "SUCCESS", "Non riconosciamo la tessera"),
    "rubbish": (
        "-----BEGIN CERTIFICATE-----\nèè\n-----END CERTIFICATE-----",
        "SUCCESS",
        "Non riconosciamo la tessera",
    ),
    "huge": ("A" * 20_000, "SUCCESS", "Non riconosciamo la tessera"),
}


@pytest.mark.parametrize("case", CASES)
async def test_a_card_that_is_not_right_is_refused_with_clear_words(visitor: Browser, case: str) -> None:
    certificate, verdict, heading = CASES[case]
    page = await shown(visitor, certificate, verdict=verdict)
    assert (page.status, page.heading) == (403, heading)
    assert (await visitor.open("/domande")).path == "/accedi"


async def test_an_authority_that_may_not_issue_lets_nobody_in(
    visitor: Browser, cards_on: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = CardAuthority("nessuna CA", is_authority=False)
    (cards_on / "weak.pem").write_text(pem(weak.certificate()))
    monkeypatch.setattr(settings(), "card_authorities", cards_on / "weak.pem")
    assert (await shown(visitor, pem(weak.card()))).status == 403


@pytest.mark.parametrize("proof", ["", "un altro segreto", SECRET + " ", "è"])
async def test_headers_without_the_proxys_proof_are_not_heard(visitor: Browser, proof: str) -> None:
    certificate = quote(pem(OURS.card()))
    answer = await visitor.client.get(
        "/accedi/tessera",
        headers=[
            (b"x-card-proof", proof.encode()),
            (b"x-card-verify", b"SUCCESS"),
            (b"x-card-certificate", certificate.encode()),
        ],
    )
    assert answer.status_code == 404


async def test_cards_are_off_unless_turned_on(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "card_header_secret", SecretStr(""))
    assert (await shown(visitor, pem(OURS.card()), proof="")).status == 404
    assert "TS-CNS" not in (await visitor.open("/accedi")).text


async def test_the_way_in_by_card_is_shown_where_there_is_a_reader_in_front(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "card_url", "https://prova.test:8443/accedi/tessera")
    page = await visitor.open("/accedi?next=/domande")
    assert page.link("TS-CNS") == "https://prova.test:8443/accedi/tessera?next=/domande"


async def test_our_own_list_of_the_revoked_is_looked_at_too(
    visitor: Browser, cards_on: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = cards_on / "revoked.crl"
    monkeypatch.setattr(settings(), "card_revocations", [listed])
    listed.write_bytes(OURS.revoked(77))
    assert (await shown(visitor, pem(OURS.card()))).heading == "La tessera è bloccata"
    assert (await shown(visitor, pem(OURS.card(DAVIDE, serial_number=78)))).path == "/domande"


@pytest.mark.parametrize("why", ["old", "of another authority"])
async def test_without_a_fresh_list_nobody_comes_in(
    visitor: Browser, cards_on: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    listed = cards_on / f"{why}.crl"
    monkeypatch.setattr(settings(), "card_revocations", [listed])
    listed.write_bytes(OURS.revoked(ends_at=utcnow() - timedelta(days=1)) if why == "old" else STRANGER.revoked())
    page = await shown(visitor, pem(OURS.card()))
    assert (page.status, page.heading) == (403, "Il servizio di accesso è fermo")
