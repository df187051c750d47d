"""An operator registers a passkey in Chromium and comes in with it, with nothing typed."""

from typing import Any

from playwright.async_api import expect

from e2e.pages.office import operator_sign_in, prove_again
from e2e.support.visitor import Visitor

WHO = "Elena Morandini"


async def virtual_authenticator(visitor: Visitor, *, is_verified: bool = True) -> Any:
    """A platform authenticator that keeps passkeys, whose person shows the finger (or does not)."""
    cdp = await visitor.context.new_cdp_session(visitor.page)
    await cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": is_verified,
        "automaticPresenceSimulation": True,
    }
    added = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return cdp, added["authenticatorId"]


async def test_a_passkey_is_registered_and_opens_the_door(desktop: Visitor) -> None:
    page, site = desktop.page, desktop.demo.backoffice
    cdp, authenticator = await virtual_authenticator(desktop)
    await operator_sign_in(desktop, WHO)
    await desktop.open(f"{site}/il-mio-accesso/passkey/nuova")
    await prove_again(desktop, WHO)
    await page.fill("[name=name]", "Computer dell'ufficio")
    await page.locator("form[data-passkey=create] button").click()
    await expect(page.locator("main")).to_contain_text("Computer dell'ufficio")
    kept = await cdp.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})
    assert [one["rpId"] for one in kept["credentials"]] == ["localhost"]
    await desktop.press(page.locator("form[action='/uscita'] button").first)
    await desktop.open(f"{site}/accedi?next=/il-mio-accesso")
    await page.locator("form[data-passkey=get] button").click()
    await expect(page.locator("h1")).to_have_text("Il mio accesso")
    await expect(page.locator(".bo-user")).to_contain_text(WHO)


async def test_a_person_who_is_not_verified_stays_outside_and_is_told(desktop: Visitor) -> None:
    await virtual_authenticator(desktop, is_verified=False)
    await desktop.open(f"{desktop.demo.backoffice}/accedi")
    await desktop.page.locator("form[data-passkey=get] button").click()
    problem = desktop.page.locator("[data-passkey-problem]")
    await expect(problem).to_be_visible(timeout=20_000)
    await expect(problem).to_contain_text("usa un altro modo")
