"""After all journeys: nothing of a person, no assertion, no token and no secret in a log, an address or a Referer."""

import base64
import json
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from e2e.conftest import NewVisitor
from e2e.pages.office import operator_sign_in
from e2e.pages.sign_in import IdentityProvider, SignIn
from e2e.support.running_demo import RunningDemo
from e2e.support.traces import told_in_address, told_in_referer, told_in_text
from e2e.support.visitor import DESKTOP, PHONE
from e2e.support.watch import origin_of

PROGRAMS = ("portale", "uffici", "lavori")
PORTAL, PROVIDER = "http://localhost:8000", "http://127.0.0.1:8002"
CODE, EMAIL, COOKIE = "BNCRSO48M61Z999X", "rosa.bianchi@example.it", "c" * 43
RESPONSE = b'<samlp:Response xmlns:samlp="x"><saml:Assertion/></samlp:Response>'
REQUEST = b'<samlp:AuthnRequest xmlns:samlp="x" ID="_1"/>'


def packed(message: bytes) -> str:
    """A message as HTTP-Redirect carries it."""
    small = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return base64.b64encode(small.compress(message) + small.flush()).decode()


def token(claims: object) -> str:
    """Three parts, as tokens have."""
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()) for part in ({"alg": "RS256"}, claims, "signature"))
    return ".".join(part.decode().rstrip("=") for part in parts)


@pytest.mark.parametrize(
    "line",
    [
        f"answered route=spid_acs who={CODE}",
        f"answered route=spid_acs who=TINIT-{CODE.lower()}",
        f"letter sent to {EMAIL}",
        f"refused SAMLResponse={base64.b64encode(RESPONSE).decode()}",
        f"refused message={base64.b64encode(RESPONSE).decode()}",
        f"refused {RESPONSE.decode()}",
        f"userinfo {token({'sub': 'rosa'})}",
        f"session token={COOKIE}",
    ],
)
def test_a_planted_line_is_found(line: str) -> None:
    assert told_in_text(f"answered status=200\n{line}\n", {COOKIE})
    assert not told_in_text("answered route=spid_acs status=303 milliseconds=12 number=1a2b3c4d\n", {COOKIE})


@pytest.mark.parametrize(
    "address",
    [
        f"{PORTAL}/persone/{CODE}",
        f"{PORTAL}/cerca?q={CODE}",
        f"{PORTAL}/accedi?email={quote(EMAIL)}",
        f"{PORTAL}/area-personale#{COOKIE}",
        f"{PORTAL}/cie/callback?id_token={token({'sub': 'rosa'})}",
        f"{PORTAL}/spid/acs?{urlencode({'SAMLResponse': packed(RESPONSE)})}",
        f"{PORTAL}/spid/acs?{urlencode({'SAMLResponse': base64.b64encode(RESPONSE).decode()})}",
        f"{PROVIDER}/oidc?request={token({'login_hint': EMAIL})}",
    ],
)
def test_a_planted_address_is_found(address: str) -> None:
    assert told_in_address(address, {COOKIE})


def test_what_must_travel_in_an_address_may_but_goes_into_no_referer() -> None:
    for address in (
        f"{PROVIDER}/saml/accedi?{urlencode({'SAMLRequest': packed(REQUEST), 'RelayState': 'r' * 43})}",
        f"{PROVIDER}/oidc/authorization?request={token({'client_id': PORTAL})}",
        f"{PORTAL}/cie/callback?code={'o' * 43}&state={'s' * 43}",
    ):
        assert not told_in_address(address, {COOKIE})
        assert told_in_referer(address, {COOKIE})
    assert not told_in_referer(f"{PORTAL}/domande?salvata=1", {COOKIE})


async def test_nothing_is_left_behind(demo: RunningDemo, visitor_with: NewVisitor) -> None:
    await _everybody_comes_in(visitor_with)
    seen = demo.seen
    assert len(seen.cookies) >= 3 and seen.referers and any("/cie/callback" in one for one in seen.addresses)
    secrets = {demo.password, *seen.cookies, *(one.totp_secret for one in demo.operators.values())}
    found = [line for address in seen.addresses for line in told_in_address(address, secrets)]
    ours = {one for one in seen.referers if origin_of(one) in demo.origins}
    found += [line for referer in ours for line in told_in_referer(referer, secrets)]
    found += _told_in_logs(demo, secrets)
    assert not found, "\n".join(found)


async def _everybody_comes_in(visitor_with: NewVisitor) -> None:
    """By every way, and with an answer that is refused: also where no other journey was made before."""
    citizen, office = await visitor_with(PHONE), await visitor_with(DESKTOP)
    await (await SignIn.open(citizen)).enter_with_cie("Paola Serafini")
    provider = await IdentityProvider.open(citizen, "/saml", binding="redirect")
    await provider.agree("Stefano Brunelli")
    provider = await (await SignIn.open(await visitor_with(PHONE))).choose_spid()
    await provider.agree("Stefano Brunelli", error="wrapped", status=403)
    await operator_sign_in(office, "Giovanni Sartorelli")


def _told_in_logs(demo: RunningDemo, secrets: Collection[str]) -> Iterator[str]:
    people = json.loads((demo.folder / "settings" / "people.json").read_text())
    names = {f"{one['given_name']} {one['family_name']}" for one in people}
    for file in (*(demo.folder / "logs" / f"{name}.log" for name in PROGRAMS), *_of_the_database(demo.folder)):
        text = file.read_text(errors="replace")
        assert text, f"{file.name} is empty"
        yield from (f"{file.name}: {line}" for line in told_in_text(text, {*secrets, *names}))


def _of_the_database(folder: Path) -> Iterator[Path]:
    yield from (one for one in (folder / "postgres").glob("*log*") if one.is_file())
