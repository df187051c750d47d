"""Several photographs of one paper become one document."""

import io

import pikepdf
import pytest

from domain.documents.queries.document_file import own_document_file
from domain.intake.actions.papers.join_pages import JoinPages, join_pages
from domain.intake.actions.papers.move_page import MovePage, move_page
from domain.intake.queries.attachments_of import attachments_of
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.domain.documents.gateways.samples import photo
from tests.domain.intake.conftest import Scene
from tests.domain.intake.papers.conftest import a_photo, attach, offered, send_with_card
from tests.support.applications import a_draft

WIDTHS = (60, 70, 80)


async def test_pages_are_put_in_order_and_become_one_pdf(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        for width in WIDTHS:
            await attach(work, scene.rosa, draft.id, a_photo(width, (width, 40)), f"pagina {width}.jpg")
        pages = (await attachments_of(work, draft))["identity"]
        await move_page(
            work, scene.rosa, MovePage(application_id=draft.id, field="identity", attachment_id=pages[2].id)
        )
        await move_page(
            work, scene.rosa, MovePage(application_id=draft.id, field="identity", attachment_id=pages[0].id)
        )  # the first stays
        assert [row.file_name for row in (await attachments_of(work, draft))["identity"]] == [
            "pagina 60.jpg",
            "pagina 80.jpg",
            "pagina 70.jpg",
        ]
        assert await join_pages(work, scene.rosa, JoinPages(application_id=draft.id, step_key="papers")) == {}
        [whole] = (await attachments_of(work, draft))["identity"]
        assert (whole.media_type, whole.page_count) == ("application/pdf", 3)
        _document, content = await own_document_file(work, scene.rosa, whole.document_id)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            widths = [int(page.Resources.XObject.Photo.Width) for page in pdf.pages]
        assert widths == [60, 80, 70]
        for page in pages:
            with pytest.raises(NotFound):
                await own_document_file(work, scene.rosa, page.document_id)


async def test_a_heic_photograph_is_a_page_and_a_pdf_is_none(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        await attach(work, scene.rosa, draft.id, photo(90, 60, "HEIF"), "a.heic")
        await attach(work, scene.rosa, draft.id, a_photo(33), "b.jpg")
        await join_pages(work, scene.rosa, JoinPages(application_id=draft.id, step_key="papers"))
        [whole] = (await attachments_of(work, draft))["identity"]
        await attach(work, scene.rosa, draft.id, a_photo(44), "c.jpg")
        await join_pages(work, scene.rosa, JoinPages(application_id=draft.id, step_key="papers"))
        rows = (await attachments_of(work, draft))["identity"]
        assert [(row.id == whole.id, row.page_count) for row in rows] == [(True, 2), (False, 1)]


async def test_photographs_too_large_together_stay_as_they_are(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        for colour in (1, 2):
            await attach(work, scene.rosa, draft.id, photo(200, 200 + colour, "PNG"), f"{colour}.png")
        monkeypatch.setattr(settings(), "upload_limit_bytes", 2_000)
        refused = await join_pages(work, scene.rosa, JoinPages(application_id=draft.id, step_key="papers"))
        assert list(refused) == ["identity"]
        assert len((await attachments_of(work, draft))["identity"]) == 2


async def test_a_photograph_that_the_file_holds_survives_being_a_page(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await send_with_card(work, scene.rosa, None, colour=50)
        draft = await a_draft(work, scene.rosa)
        await attach(work, scene.rosa, draft.id, a_photo(50))  # the same picture once more
        await attach(work, scene.rosa, draft.id, a_photo(150))
        await join_pages(work, scene.rosa, JoinPages(application_id=draft.id, step_key="papers"))
        [held] = await offered(work, scene.rosa, draft)
        _document, content = await own_document_file(work, scene.rosa, held.id)
        assert content.startswith(b"\xff\xd8\xff")
