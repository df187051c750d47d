"""A large file over a line that breaks again and again."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import FilePayload, Route, expect

from e2e.journeys.test_wrong_answers import at_the_papers
from e2e.support.files import MEGABYTE, large_scan
from e2e.support.running_demo import RunningDemo
from e2e.support.visitor import Visitor

DROPS = frozenset({3, 20, 21, 60, 100})
"""The pieces at which the line breaks: twice in a row among them."""


class BreakingLine:
    """Breaks the line at some pieces: in turn after the server has kept the piece, and before it has seen it."""

    def __init__(self) -> None:
        self.pieces = self.broken = 0

    async def __call__(self, route: Route) -> None:
        """What Playwright calls for every request to the uploads."""
        if route.request.method == "PATCH":
            self.pieces += 1
            if self.pieces in DROPS:
                self.broken += 1
                if self.broken % 2:
                    await route.fetch()  # kept, but the answer is lost
                return await route.abort("connectionreset")
        return await route.continue_()


async def test_thirty_megabytes_survive_five_broken_lines_and_an_altered_file_is_noticed(phone: Visitor) -> None:
    step = await at_the_papers(phone, "Mamadou Ndiaye")
    phone.watch.expect_broken_line()
    line = BreakingLine()
    await phone.page.route("**/caricamenti/**", line)
    scan = FilePayload(name="scansione.pdf", mimeType="application/pdf", buffer=large_scan(30 * MEGABYTE))
    await step.attach("identity", scan)
    await expect(step.form.locator("[data-upload-list] input[type=hidden]")).to_have_count(1, timeout=60_000)
    assert line.broken == len(DROPS)
    await step.answer({"medical_certificate.later": "yes", "disability_report.later": "yes"})
    await step.go_on()
    application_id = urlsplit(phone.page.url).path.split("/")[2]
    ((document_id, address, size),) = _documents(phone.demo, application_id)
    assert size == len(scan["buffer"])
    file = Path(phone.demo.folder, "files", "files", address[:2], address[2:])
    sealed = file.read_bytes()
    file.write_bytes(sealed[:5000] + bytes([sealed[5000] ^ 1]) + sealed[5001:])
    phone.watch.expect_status(422)
    answer = await phone.page.goto(f"{phone.demo.portal}/documenti/{document_id}")
    assert answer
    assert answer.status == 422
    await expect(phone.page.locator("main [role=alert]")).to_be_visible()


def _documents(demo: RunningDemo, application_id: str) -> list[tuple[str, str, int]]:
    with demo.database() as owner:
        return owner.execute(
            "SELECT d.id::text, d.address, d.size FROM intake.attachment a"
            " JOIN documents.document d ON d.id = a.document_id WHERE a.application_id = %s::uuid",
            [application_id],
        ).fetchall()
