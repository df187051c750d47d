"""A step of an application: a page of questions."""

from playwright.async_api import FilePayload, Locator, expect

from e2e.support.answers import HOME_CARE, LATER, Answers
from e2e.support.visitor import Visitor

MORE_QUESTIONS = "altre=1"


class Step:
    """The questions of one page, found by their names: the same in every language."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page
        self.form = visitor.page.locator("main form[data-autosave]")

    async def key(self) -> str:
        """Which step it is."""
        return await self.form.locator("input[name=step]").input_value()

    async def answer(self, answers: Answers) -> None:
        """Answer those questions that are on the page."""
        for name, value in answers.items():
            field = self.form.locator(f"[name='{name}']")
            if not await field.count():
                continue
            if await field.first.get_attribute("type") in ("radio", "checkbox"):
                await self._tick(field, [value] if isinstance(value, str) else value)
            else:
                await field.fill(str(value))

    async def _tick(self, field: Locator, values: list[str]) -> None:
        for value in values:
            await field.and_(self.page.locator(f"[value='{value}']")).check()

    async def attach(self, field: str, *files: FilePayload) -> None:
        """Choose files for a question that wants a document."""
        await self.form.locator(f"input[type=file][name='{field}']").set_input_files(list(files))

    async def put_last_first(self, field: str) -> None:
        """With scripts, of two photographs that have arrived the second becomes the first page; by a button."""
        rows = self.form.locator(f".ss-field:has(input[type=file][name='{field}']) [data-upload-list] > li")
        await expect(rows.locator("input[type=hidden]")).to_have_count(2, timeout=30_000)
        name = await rows.last.locator("label").inner_text()
        await rows.last.locator(".ss-file-up").click()
        await expect(rows.first.locator("label")).to_have_text(name)

    async def go_on(self, *, status: int = 200) -> None:
        """Save and continue."""
        await self.visitor.press(self.form.locator(".ss-actions button[value=on]"), status=status)

    async def stop_here(self) -> None:
        """Save and continue later."""
        await self.visitor.press(self.form.locator(".ss-actions button[value=later]"))

    async def value(self, name: str) -> str:
        """What stands in a field of text."""
        return await self.form.locator(f"[name='{name}']").input_value()

    async def error(self, name: str) -> str:
        """What is wrong with an answer; empty when nothing is."""
        told = self.page.locator(f"[id='{name}-error']")
        return (await told.inner_text()).strip() if await told.count() else ""

    async def errors(self) -> list[str]:
        """The summary of what to put right."""
        return await self.page.locator("#error_summary a").all_inner_texts()


async def answer_step(visitor: Visitor, answers: Answers) -> None:
    """Answer a step and go on; questions that come up on the way are answered too."""
    step = Step(visitor)
    await step.answer(answers)
    await step.go_on()
    if MORE_QUESTIONS in visitor.page.url:
        await step.answer(answers)
        await step.go_on()


async def answer_everything(visitor: Visitor, papers: dict[str, list[FilePayload]] | None = None) -> None:
    """From the step on the screen to the review; without ``papers`` the documents are promised for later."""
    while "/passi/" in visitor.page.url:
        step, key = Step(visitor), await Step(visitor).key()
        if key == "papers" and papers:
            for field, files in papers.items():
                await step.attach(field, *files)
                if len(files) > 1 and visitor.has_scripts:
                    await step.put_last_first(field)
        await answer_step(visitor, HOME_CARE[key] | (LATER if key == "papers" and not papers else {}))
