"""A person signs in: our side against the strict demo provider, and against a provider that misbehaves."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta

import httpx
import pytest

from domain.access.gateways.identities import Level, RefusalKind, SignInRefused
from domain.access.gateways.openid.connect import exchange, revoke
from domain.platform.outside.http import new_http_client
from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from tests.domain.access.gateways.scene import ISSUER, Scene, signing_key

SceneWith = Callable[..., Scene]


async def test_a_person_signs_in(scene: Scene) -> None:
    person = await scene.sign_in()

    assert person.codice_fiscale == "BNCRSO48M61Z999X"
    assert (person.given_name, person.family_name) == ("Rosa", "Bianchi")
    assert person.born_on == date(1948, 8, 21)
    assert (person.sex, person.birthplace_code, person.email) == ("F", "Z999", "rosa@example.it")
    assert (person.level, person.issuer) == (Level.TWO, ISSUER)
    assert person.subject
    assert person.session.access_token


async def test_what_the_provider_does_not_know_is_left_open(scene: Scene) -> None:
    person = await scene.sign_in(person=1)

    assert (person.birthplace_code, person.email) == (None, None)


async def test_an_identity_shows_nothing_personal_in_a_log(scene: Scene) -> None:
    person = await scene.sign_in()

    assert "BNC" not in repr(person)
    assert "Rosa" not in repr(person)
    assert person.session.access_token not in repr(person)
    assert str(signing_key()["d"]) not in repr(scene.party)
    assert scene.ask().code_verifier not in repr(scene.ask())


@pytest.mark.parametrize(
    ("signature", "key_encryption", "content_encryption"),
    list(itertools.product(("RS256", "RS512"), ("RSA-OAEP", "RSA-OAEP-256"), ("A128CBC-HS256", "A256CBC-HS512"))),
)
async def test_every_mandatory_set_of_algorithms_works(
    scene_with: SceneWith, signature: str, key_encryption: str, content_encryption: str
) -> None:
    scene = scene_with(
        request_signature=signature,
        id_token_signature=signature,
        userinfo_signature=signature,
        userinfo_key_encryption=key_encryption,
        userinfo_content_encryption=content_encryption,
    )

    assert (await scene.sign_in()).given_name == "Rosa"


UNAVAILABLE = {
    Misbehaviour.TOKEN_ENDPOINT_BROKEN,
    Misbehaviour.TOKEN_ENDPOINT_REDIRECTS,
    Misbehaviour.TOKEN_ENDPOINT_ENDLESS,
    Misbehaviour.TOKEN_ENDPOINT_COMPRESSED,
    Misbehaviour.TOKEN_ENDPOINT_NOT_JSON,
    Misbehaviour.USERINFO_BROKEN,
}


@pytest.mark.parametrize("misbehaviour", list(Misbehaviour))
async def test_no_misbehaviour_of_a_provider_signs_anybody_in(
    scene_with: SceneWith, misbehaviour: Misbehaviour
) -> None:
    scene = scene_with(misbehaviour)
    expected = RefusalKind.UNAVAILABLE if misbehaviour in UNAVAILABLE else RefusalKind.UNTRUSTED
    if misbehaviour is Misbehaviour.ID_TOKEN_LOWER_LEVEL:
        expected = RefusalKind.LEVEL_TOO_LOW

    with pytest.raises(SignInRefused) as refused:
        await scene.sign_in(fresh_login=True)
    assert refused.value.kind is expected
    assert refused.value.reason


async def test_the_reasons_of_a_refusal_are_the_ones_meant(scene_with: SceneWith) -> None:
    reasons = {
        Misbehaviour.ID_TOKEN_FOREIGN_KEY_SAME_NAME: "not authentic",
        Misbehaviour.ID_TOKEN_FOREIGN_KEY: "not exactly one key of that name",
        Misbehaviour.ID_TOKEN_OTHER_NONCE: "other nonce",
        Misbehaviour.ID_TOKEN_OTHER_AUDIENCE: "other audience",
        Misbehaviour.ID_TOKEN_FURTHER_AUDIENCE: "further audience",
        Misbehaviour.ID_TOKEN_EXPIRED: "expired",
        Misbehaviour.ID_TOKEN_STALE: "too old",
        Misbehaviour.ID_TOKEN_OLD_LOGIN: "not a fresh login",
        Misbehaviour.USERINFO_PLAIN: "userinfo is not a token",
        Misbehaviour.USERINFO_UNENCRYPTED: "not a token",
        Misbehaviour.USERINFO_FOREIGN_RECIPIENT: "not authentic",
        Misbehaviour.USERINFO_TAMPERED: "not authentic",
        Misbehaviour.USERINFO_OTHER_SUBJECT: "userinfo of somebody else",
        Misbehaviour.USERINFO_ODD_FISCAL_NUMBER: "not a codice fiscale",
    }
    for misbehaviour, reason in reasons.items():
        with pytest.raises(SignInRefused) as refused:
            await scene_with(misbehaviour).sign_in(fresh_login=True)
        assert refused.value.reason == reason


async def test_an_old_login_is_fine_where_no_fresh_one_was_asked(scene_with: SceneWith) -> None:
    scene = scene_with(Misbehaviour.ID_TOKEN_OLD_LOGIN)

    assert (await scene.sign_in()).given_name == "Rosa"


async def test_a_fresh_login_is_asked_and_proved(scene: Scene) -> None:
    assert (await scene.sign_in(fresh_login=True)).given_name == "Rosa"


async def test_a_higher_level_than_asked_is_fine(scene: Scene) -> None:
    request = scene.ask(level=Level.THREE)
    code = await scene.code_for(request)

    assert (await scene.redeem(request, code, level=Level.TWO)).level is Level.THREE


async def test_a_code_of_another_browser_is_refused(scene: Scene) -> None:
    code = await scene.code_for(scene.ask())

    with pytest.raises(SignInRefused) as refused:
        await scene.redeem(scene.ask(), code)
    assert refused.value.kind is RefusalKind.TIMED_OUT


async def test_a_nonce_of_another_browser_is_refused(scene: Scene) -> None:
    request = scene.ask()
    code = await scene.code_for(request)

    with pytest.raises(SignInRefused) as refused:
        await exchange(
            scene.party,
            scene.provider,
            scene.http,
            code=code,
            code_verifier=request.code_verifier,
            nonce=scene.ask().nonce,
            level=Level.TWO,
            now=scene.clock(),
        )
    assert refused.value.reason == "other nonce"


async def test_a_code_works_once_and_its_second_use_ends_the_token(scene: Scene) -> None:
    request = scene.ask()
    code = await scene.code_for(request)
    person = await scene.redeem(request, code)

    with pytest.raises(SignInRefused) as refused:
        await scene.redeem(request, code)
    assert refused.value.kind is RefusalKind.TIMED_OUT
    assert await _userinfo_status(scene, person.session.access_token) == 401


async def test_a_code_works_for_a_minute(scene: Scene) -> None:
    request = scene.ask()
    code = await scene.code_for(request)
    scene.clock.move(timedelta(seconds=61))

    with pytest.raises(SignInRefused) as refused:
        await scene.redeem(request, code)
    assert refused.value.kind is RefusalKind.TIMED_OUT


async def test_a_revoked_token_opens_nothing_and_revoking_may_be_repeated(scene: Scene) -> None:
    person = await scene.sign_in()
    assert await _userinfo_status(scene, person.session.access_token) == 200

    for _ in range(2):
        await revoke(
            scene.party, scene.provider, scene.http, access_token=person.session.access_token, now=scene.clock()
        )
    assert await _userinfo_status(scene, person.session.access_token) == 401


async def test_userinfo_without_a_frame_passes_only_by_configuration(scene_with: SceneWith) -> None:
    lenient = {"complete_userinfo": False}

    assert (await scene_with(provider_changes=lenient).sign_in()).given_name == "Rosa"
    for wrong in (
        Misbehaviour.USERINFO_OTHER_AUDIENCE,
        Misbehaviour.USERINFO_OTHER_ISSUER,
        Misbehaviour.USERINFO_EXPIRED,
        Misbehaviour.USERINFO_OTHER_SUBJECT,
    ):
        with pytest.raises(SignInRefused):
            await scene_with(wrong, provider_changes=lenient).sign_in()


async def _userinfo_status(scene: Scene, access_token: str) -> int:
    answer = await scene.http.get(f"{ISSUER}/userinfo", headers={"authorization": f"Bearer {access_token}"})
    return answer.status_code


async def test_a_provider_that_cannot_be_reached_is_unavailable_and_nothing_else(scene: Scene) -> None:
    def silent(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("", request=request)

    def odd(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, json=["not", "an", "object"])

    for handler in (silent, odd):
        async with new_http_client(httpx.MockTransport(handler)) as http:
            with pytest.raises(SignInRefused) as refused:
                await revoke(scene.party, scene.provider, http, access_token="t", now=scene.clock())
            assert refused.value.kind is RefusalKind.UNAVAILABLE
