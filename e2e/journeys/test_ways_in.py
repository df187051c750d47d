"""Every way in, and every way of not coming in: SPID, CIE, eIDAS, with scripts and without, in two alphabets."""

import pytest
from playwright.async_api import expect

from e2e.conftest import NewVisitor
from e2e.pages.sign_in import IdentityProvider, SignIn, carry
from e2e.support.axe import violations
from e2e.support.ruler import scrolls_sideways
from e2e.support.visitor import PHONE, Visitor

SOMEBODY = "Fatima El Amrani"
SOMEBODY_ELSE = "Stefano Brunelli"
FOREIGNER = "Ingrid Lindqvist"
ANOMALIES = ("19", "20", "21", "22", "23", "25", "30")
DIRECTIONS = {"it": "ltr", "ar": "rtl"}


async def is_in(visitor: Visitor, name: str) -> None:
    """The personal area is shown, to this person."""
    assert visitor.page.url == f"{visitor.demo.portal}/area-personale"
    await expect(visitor.page.get_by_text(name).first).to_be_visible()


async def is_out(visitor: Visitor) -> None:
    """The personal area asks to come in."""
    await visitor.open(f"{visitor.demo.portal}/area-personale")
    assert "/accedi" in visitor.page.url


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("binding", ["post", "redirect"])
async def test_with_spid(visitor_with: NewVisitor, binding: str, scripts: bool) -> None:
    visitor = await visitor_with(PHONE, scripts=scripts)
    provider = await IdentityProvider.open(visitor, "/saml", binding=binding)
    await provider.agree(SOMEBODY)
    await is_in(visitor, SOMEBODY)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_each_door_of_the_page_opens(visitor_with: NewVisitor, scripts: bool) -> None:
    for way in ("spid", "cie", "eidas"):
        visitor = await visitor_with(PHONE, scripts=scripts)
        door = await SignIn.open(visitor)
        if way == "spid":
            await door.enter_with_spid(SOMEBODY_ELSE)
        elif way == "cie":
            await door.enter_with_cie(SOMEBODY_ELSE)
        else:
            await door.enter_with_eidas(FOREIGNER)
        await is_in(visitor, FOREIGNER if way == "eidas" else SOMEBODY_ELSE)


async def test_one_comes_back_to_the_page_one_wanted(phone: Visitor) -> None:
    await (await SignIn.open(phone, "/domande")).enter_with_spid(SOMEBODY)
    assert phone.page.url == f"{phone.demo.portal}/domande"


@pytest.mark.parametrize("language", DIRECTIONS)
async def test_each_anomaly_has_its_own_page(phone: Visitor, language: str) -> None:
    await phone.choose_language(language)
    titles, found = [], []
    for number in ANOMALIES:
        provider = await (await SignIn.open(phone)).choose_spid()
        await provider.end_with(number)
        html = phone.page.locator("html")
        await expect(html).to_have_attribute("lang", language)
        await expect(html).to_have_attribute("dir", DIRECTIONS[language])
        titles.append(await phone.page.locator("h1").inner_text())
        found += [f"{number} {line}" for line in await violations(phone.page)]
        await expect(phone.page.locator("main a[href^='/accedi']")).to_be_visible()
    assert len(set(titles)) == len(ANOMALIES)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_giving_up_leads_back_and_lets_try_again(visitor_with: NewVisitor, scripts: bool) -> None:
    visitor = await visitor_with(PHONE, scripts=scripts)
    for way in ("spid", "cie"):
        door = await SignIn.open(visitor)
        provider = await (door.choose_spid() if way == "spid" else door.choose_cie())
        await provider.cancel()
        await expect(visitor.page.locator("h1")).to_have_text("Hai annullato l'accesso")
        await is_out(visitor)
    door = await SignIn.open(visitor)
    provider = await door.choose_cie()
    await provider.choose(SOMEBODY)
    await provider.refuse()
    await expect(visitor.page.locator("h1")).to_have_text("Ci servono i tuoi dati")


async def test_a_password_that_is_wrong_three_times(phone: Visitor) -> None:
    await (await SignIn.open(phone)).choose_spid()
    await phone.page.locator("details summary").click()
    await phone.press(phone.page.get_by_role("link", name="Sbaglia la password"))
    for _two in range(2):
        await phone.press(phone.page.get_by_role("button", name="Entra"))
        await expect(phone.page.get_by_role("alert")).to_be_visible()
    await carry(phone, phone.page.get_by_role("button", name="Entra"), to=phone.demo.portal, status=403)
    await expect(phone.page.locator("h1")).to_have_text("Hai sbagliato i dati troppe volte")


@pytest.mark.parametrize("error", ["foreign_key", "wrapped", "other_audience", "expired", "lower_level"])
async def test_an_answer_that_cannot_be_believed_lets_nobody_in(phone: Visitor, error: str) -> None:
    provider = await (await SignIn.open(phone)).choose_spid()
    await provider.agree(SOMEBODY, error=error, status=403)
    await is_out(phone)


async def test_an_answer_counts_once(visitor_with: NewVisitor) -> None:
    first, second = await visitor_with(PHONE), await visitor_with(PHONE)
    await (await SignIn.open(first)).enter_with_spid(SOMEBODY)
    provider = await (await SignIn.open(second)).choose_spid()
    await provider.agree(SOMEBODY_ELSE, error="replayed", status=403)
    await is_out(second)


@pytest.mark.parametrize(
    "error", ["id_token_foreign_key_same_name", "userinfo_unencrypted", "response_with_other_issuer"]
)
async def test_a_token_that_cannot_be_believed_lets_nobody_in(phone: Visitor, error: str) -> None:
    provider = await (await SignIn.open(phone)).choose_cie()
    await provider.agree(SOMEBODY, error=error, status=403)
    await is_out(phone)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
async def test_going_out_ends_both_sessions(visitor_with: NewVisitor, scripts: bool) -> None:
    visitor = await visitor_with(PHONE, scripts=scripts)
    name, page = ("Oksana Melnyk", "Elena Fabbriciani")[scripts], visitor.page
    provider = f"{visitor.demo.identity}/saml/sessioni"
    await (await SignIn.open(visitor)).enter_with_spid(name)
    await visitor.open(provider)
    before = await page.get_by_role("button", name=name).count()
    await visitor.open(f"{visitor.demo.portal}/area-personale")
    await visitor.press(page.locator("header form[action='/uscita'] button"))
    link = page.locator("a[href='/uscita/spid']")
    if scripts:  # all the way there and back
        async with page.expect_navigation(url=f"{visitor.demo.portal}/uscita", wait_until="load"):
            await link.click()
    else:
        await carry(visitor, link, to=visitor.demo.identity)
        await visitor.press(page.locator("form[data-send] button"))
    assert page.url == f"{visitor.demo.portal}/uscita"
    await visitor.open(provider)
    await expect(page.get_by_role("button", name=name)).to_have_count(before - 1)
    await is_out(visitor)


async def test_going_out_at_the_provider_ends_our_session(phone: Visitor) -> None:
    await (await SignIn.open(phone)).enter_with_spid("Paola Serafini")
    await phone.open(f"{phone.demo.identity}/saml/sessioni")
    button = phone.page.get_by_role("button", name="Fai uscire Paola Serafini").first
    async with phone.page.expect_navigation(url=f"{phone.demo.identity}/saml/uscita"):
        await button.click()
    await expect(phone.page.get_by_role("status")).to_have_text("L’uscita è finita.")
    await is_out(phone)


async def test_the_screens_of_the_providers_have_no_barriers(phone: Visitor) -> None:
    found = []
    for way in ("choose_spid", "choose_cie", "choose_eidas"):
        door = await SignIn.open(phone)
        provider: IdentityProvider = await getattr(door, way)()
        await phone.page.locator("details summary").click()
        found += [f"{way} {line}" for line in [*await violations(phone.page), *await scrolls_sideways(phone.page)]]
        await provider.choose(FOREIGNER if way == "choose_eidas" else SOMEBODY)
        await phone.page.locator("details summary").click()
        found += [f"{way} {line}" for line in [*await violations(phone.page), *await scrolls_sideways(phone.page)]]
    for path in ("", "/saml/sessioni", "/federazione"):
        await phone.open(phone.demo.identity + path)
        found += [f"{path} {line}" for line in await violations(phone.page)]
    assert not found, "\n".join(found)
