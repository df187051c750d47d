"""The operator fills in Italian at the desk; the citizen follows and confirms in Arabic on a telephone."""

from playwright.async_api import expect

from e2e.conftest import NewVisitor
from e2e.pages.office import operator_sign_in
from e2e.pages.together import BY_ITSELF_MS, AtTheDesk, SecondScreen
from e2e.support.answers import HOME_CARE
from e2e.support.axe import violations
from e2e.support.files import phone_photo
from e2e.support.visitor import PHONE, Visitor

GONE = 410
WHO = "Luca Perini"


async def begun(desktop: Visitor) -> AtTheDesk:
    """The operator has filled in the first step with Fatima, and shows it to her."""
    await operator_sign_in(desktop, WHO)
    desk = AtTheDesk(desktop)
    await desk.begin("fatima el amrani", "assistenza-domiciliare")
    await desk.answer(HOME_CARE["who"])
    await desk.show()
    return desk


async def test_two_screens_two_languages_one_application(
    desktop: Visitor, phone: Visitor, visitor_with: NewVisitor
) -> None:
    desk, screen = await begun(desktop), SecondScreen(phone)
    assert await violations(desktop.page) == []
    await follows_in_arabic(desk, screen)
    other = await visitor_with(PHONE)
    await SecondScreen(other).open(screen.link, status=GONE)
    heading = await goes_along(desk, screen)
    await screen.photograph("permesso.jpg", phone_photo())
    await desk.hears("permesso")
    await desk.go_on({})
    heading = await screen.shows_another_than(heading)
    for box in await phone.page.locator("main [name=declarations]").all():
        await box.check()
    await screen.say("yes")
    await desktop.open(desktop.page.url)
    await desk.go_on({})  # what the person has confirmed stands ticked
    await screen.shows_another_than(heading)
    assert await violations(phone.page) == []
    await screen.say("yes")
    await desk.hears("Tutta la domanda")
    assert await violations(desktop.page) == []
    phone.watch.expect_status(GONE)
    await desktop.page.locator("main form[action$='/invio'] button").click()
    await expect(desktop.page.locator("main")).to_contain_text("per conto di Fatima El Amrani", timeout=BY_ITSELF_MS)
    await expect(phone.page.locator("main [role=alert]")).to_be_visible(timeout=BY_ITSELF_MS)


async def follows_in_arabic(desk: AtTheDesk, screen: SecondScreen) -> None:
    """The telephone opens the link, reads in Arabic, and says that it is right; the operator sees it."""
    phone = screen.visitor
    await screen.open(await desk.link())
    assert phone.page.url == f"{phone.demo.portal}/insieme", "the secret is not in the address any more"
    await screen.speak("ar")
    await expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(phone.page.locator("main")).to_contain_text("Via delle Rose 3")
    assert await violations(phone.page) == []
    await screen.say("yes")
    await desk.hears("La persona segue")
    await desk.hears("العربية")


async def goes_along(desk: AtTheDesk, screen: SecondScreen) -> str:
    """The operator goes on to the documents, and the telephone with them; the heading that it has then."""
    heading = await screen.heading.inner_text()
    await desk.go_on(HOME_CARE["who"])
    for key in ("home", "isee", "autonomy", "needs"):
        heading = await screen.shows_another_than(heading)
        assert await desk.step_key() == key
        await desk.go_on(HOME_CARE[key])
    return await screen.shows_another_than(heading)


async def test_the_link_dies_when_the_operator_closes_it(desktop: Visitor, phone: Visitor) -> None:
    desk = await begun(desktop)
    link = await desk.link()
    await desktop.press(desk.panel.locator("form[action$='/chiusura'] button"))
    await SecondScreen(phone).open(link, status=GONE)
