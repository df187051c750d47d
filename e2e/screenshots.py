"""Makes the pictures of docs/screenshots: starts a demo of its own, uses it as a citizen and as an operator, stops it.

Run it with `make screenshots`, or `python -m e2e.screenshots [folder of the demo]`.
"""

import io
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Response, ViewportSize, sync_playwright
from pyotp.totp import TOTP

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
SERVICE = "assistenza-domiciliare"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1366, "height": 850}
LARGEST_BYTES = 150_000
CHROMIUM = Path("/usr/bin/chromium")
PORTS = (
    "--portal-port",
    "18400",
    "--backoffice-port",
    "18401",
    "--identity-port",
    "18402",
    "--mail-port",
    "18403",
    "--smtp-port",
    "18404",
    "--registry-port",
    "18405",
)
LAST_LINE = "Per fermare tutto"
FAMILY = "stefano brunelli"
CITIZENS = {"it": "Fontanelli", "ar": "Fatima"}


class DemoFailed(Exception):
    """The demo ended before it was ready; the message is what it said."""


@dataclass(frozen=True)
class Demo:
    """A running demo, as its welcome tells it."""

    portal: str
    backoffice: str
    email: str
    password: str
    totp_secret: str

    @classmethod
    def from_welcome(cls, told: str) -> "Demo":
        """Read the addresses, and the first operator with password and second factor."""

        def word(pattern: str) -> str:
            found = re.search(pattern, told)
            if found is None:
                raise DemoFailed(f"The welcome does not say {pattern!r}:\n{told}")
            return found.group(1)

        return cls(
            portal=word(r"Portale dei cittadini\s+(http\S+)"),
            backoffice=word(r"Sito degli uffici\s+(http\S+)"),
            email=word(r"password di tutti[^\n]*\n\s+(\S+@\S+)"),
            password=word(r"password di tutti è (\S+)"),
            totp_secret=word(r"segreto ([A-Z2-7]{16,})"),
        )


class PageBroken(Exception):
    """A page, or something in it, did not come: its picture would show something else."""


@contextmanager
def running_demo(folder: Path) -> Iterator[Demo]:
    """A demo on ports of its own, for as long as the block lasts."""
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "domain.cli", "demo", "--folder", str(folder), *PORTS]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as demo:
        assert demo.stdout is not None
        told = ""
        try:
            for line in demo.stdout:
                told += line
                if line.startswith(LAST_LINE):
                    break
            else:
                raise DemoFailed(told)
            yield Demo.from_welcome(told)
        finally:
            demo.send_signal(signal.SIGINT)
            demo.stdout.read()  # it goes on talking while it stops, and must find somebody who listens


def new_page(context: BrowserContext) -> Page:
    """A page that refuses to go on when an answer of the sites is an error, for example a style sheet that is gone."""
    page = context.new_page()

    def look(answer: Response) -> None:
        if answer.status >= 400:
            raise PageBroken(f"{answer.status} {answer.url}")

    page.on("response", look)
    return page


def keep(page: Page, name: str) -> None:
    """Save what is on the screen, in as many colours as fit into 150 KB."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    for colours in (256, 128, 64, 32):
        packed = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        if packed.tell() < LARGEST_BYTES:
            break
    else:
        raise ValueError(f"{name} does not fit into {LARGEST_BYTES} bytes.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.png").write_bytes(packed.getvalue())
    print(f"{name}.png  {packed.tell() // 1000} KB")  # noqa: T201 - a script for people


def as_citizen(browser: Browser, demo: Demo, language: str) -> None:
    """Home, service card, sign-in, first questions and personal area, on a phone."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True, locale="it-IT")
    page = new_page(context)
    page.goto(f"{demo.portal}/lingua/{language}?next=/")
    keep(page, f"home-{language}")
    page.goto(f"{demo.portal}/servizi/{SERVICE}")
    keep(page, f"service-{language}")
    page.goto(f"{demo.portal}/domande/nuova/{SERVICE}")
    if language == "it":
        page.locator(".ss-spid summary").click()
        keep(page, "sign-in-it")
    page.locator("a[href^='/cie/login']").click()
    page.locator("ul.people a", has_text=CITIZENS[language]).first.click()
    page.locator("form[action$='/consenso'] button").click()
    page.locator("form[action='/domande'] button").click()
    page.wait_for_url("**/passi/**")
    keep(page, f"question-{language}")
    page.goto(f"{demo.portal}/area-personale")
    keep(page, f"personal-area-{language}")
    if language == "it":  # the others have sent nothing yet
        page.locator("main li", has=page.locator("span[dir=ltr]")).locator("a").first.click()
        keep(page, f"application-{language}")
    context.close()


def as_operator(browser: Browser, demo: Demo) -> None:
    """The desk, a case, a person, a genogram and a contact sheet, on an office's screen."""
    context = browser.new_context(viewport=DESKTOP, locale="it-IT")
    page = new_page(context)
    page.goto(f"{demo.backoffice}/accedi")
    page.fill("[name=email]", demo.email)
    page.fill("[name=password]", demo.password)
    page.fill("[name=code]", TOTP(demo.totp_secret).now())
    page.locator("main form[action='/accedi'] button[type=submit]").click()
    page.wait_for_load_state("networkidle")
    if page.url.rstrip("/").endswith("/ufficio"):
        page.locator("main form button[type=submit]").first.click()
    page.goto(f"{demo.backoffice}/scrivania")
    keep(page, "desk")
    rows = page.locator("#rows a")
    if rows.count():
        page.goto(demo.backoffice + (rows.first.get_attribute("href") or "/scrivania"))
        keep(page, "case")
    page.goto(f"{demo.backoffice}/cerca?q={FAMILY}")
    keep(page, "search")
    page.locator("main a[href^='/persone/']").first.click()
    page.wait_for_load_state("networkidle")
    keep(page, "person")
    page.goto(page.url.partition("?")[0] + "/genogramma")
    keep(page, "genogram")
    page.goto(f"{demo.backoffice}/accoglienza/schede/nuova")
    keep(page, "contact-sheet")
    context.close()


def main() -> None:
    """Make every picture anew."""
    with tempfile.TemporaryDirectory() as spare:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else spare) / "demo"
        with running_demo(folder) as demo, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM if CHROMIUM.exists() else None,
                args=["--no-sandbox"] if os.geteuid() == 0 else [],
            )
            for language in ("it", "ar"):
                as_citizen(browser, demo, language)
            as_operator(browser, demo)
            browser.close()


if __name__ == "__main__":
    main()
