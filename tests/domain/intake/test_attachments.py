"""Documents for the questions of an application: photos, pieces of files, the same twice, the wrong ones."""

import io
from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa
from PIL import Image

from domain.documents.actions.append_upload import AppendUpload, append_upload
from domain.documents.gateways.store import uploads
from domain.documents.jobs import discard_abandoned_uploads
from domain.documents.queries.document_file import document_file, own_document_file
from domain.documents.queries.own_upload import upload_offset
from domain.documents.refusals import UploadInterrupted
from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.actions.attach_upload import AttachUpload, attach_upload
from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.actions.remove_attachment import RemoveAttachment, remove_attachment
from domain.intake.actions.start_attachment import StartAttachment, start_attachment
from domain.intake.queries.application_review import application_review
from domain.intake.queries.attachments_of import attachments_of
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_draft, a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE


def a_photo(colour: int = 120) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), (colour, 10, 10)).save(made, "JPEG")
    return made.getvalue()


async def test_a_photo_answers_a_question_and_can_be_taken_back(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        command = AttachDocument(application_id=draft.id, field="identity", content=a_photo(), file_name="../carta.pdf")
        first = await attach_document(work, scene.rosa, command)
        assert (await attach_document(work, scene.rosa, command)).id == first.id  # a double click
        [row] = (await attachments_of(work, draft))["identity"]
        assert (row.file_name, row.media_type) == ("carta.jpg", "image/jpeg")
        review = await application_review(work, scene.rosa, draft.id)
        assert "identity" not in review.missing.get("papers", {})
        _document, content = await own_document_file(work, scene.rosa, row.document_id)
        assert content.startswith(b"\xff\xd8\xff")
        await remove_attachment(work, scene.rosa, RemoveAttachment(application_id=draft.id, attachment_id=first.id))
        assert await attachments_of(work, draft) == {}
        with pytest.raises(NotFound):
            await own_document_file(work, scene.rosa, row.document_id)


async def test_a_program_is_refused_under_its_question(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        with pytest.raises(Invalid) as refused:
            await attach_document(
                work,
                scene.rosa,
                AttachDocument(
                    application_id=draft.id, field="identity", content=b"MZ\x90\0" * 40, file_name="carta.pdf"
                ),
            )
    assert list(refused.value.fields) == ["identity"]


async def test_what_was_promised_for_later_can_be_sent_after(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
        kept = await attach_document(
            work,
            scene.rosa,
            AttachDocument(application_id=sent.id, field="identity", content=a_photo(), file_name="carta.jpg"),
        )
    assert kept.field == "identity"


async def test_a_question_that_wants_no_document_takes_none(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        with pytest.raises(NotFound):
            await attach_document(
                work,
                scene.rosa,
                AttachDocument(application_id=draft.id, field="phone", content=a_photo(), file_name="x.jpg"),
            )


async def test_a_file_arrives_in_pieces_also_twice(scene: Scene) -> None:
    photo = a_photo(33)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        upload_id = await start_attachment(
            work,
            scene.rosa,
            StartAttachment(application_id=draft.id, field="identity", file_name="foto.jpg", length=len(photo)),
        )
        half = len(photo) // 2
        await append_upload(work, scene.rosa, AppendUpload(upload_id=upload_id, offset=0, chunk=photo[:half]))
        with pytest.raises(UploadInterrupted):
            await append_upload(work, scene.rosa, AppendUpload(upload_id=upload_id, offset=0, chunk=photo[:half]))
        with pytest.raises(UploadInterrupted):
            await attach_upload(work, scene.rosa, AttachUpload(upload_id=upload_id))
        assert await upload_offset(work, scene.rosa, upload_id) == (half, len(photo))
        await append_upload(work, scene.rosa, AppendUpload(upload_id=upload_id, offset=half, chunk=photo[half:]))
        first = await attach_upload(work, scene.rosa, AttachUpload(upload_id=upload_id))
        again = await attach_upload(work, scene.rosa, AttachUpload(upload_id=upload_id))
    assert first.id == again.id


async def test_nobody_adds_to_anothers_upload(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        upload_id = await start_attachment(
            work,
            scene.rosa,
            StartAttachment(application_id=draft.id, field="identity", file_name="foto.jpg", length=10),
        )
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        davide = a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
    with pytest.raises(NotFound):
        async with unit_of_work(davide, bind=scene.connection) as work:
            await append_upload(work, davide, AppendUpload(upload_id=upload_id, offset=0, chunk=b"x"))


async def test_a_file_too_large_is_refused_before_it_is_sent(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        for length in (0, 300 * 1024 * 1024):
            with pytest.raises(Invalid):
                await start_attachment(
                    work,
                    scene.rosa,
                    StartAttachment(application_id=draft.id, field="identity", file_name="foto.jpg", length=length),
                )


async def test_only_who_has_the_role_opens_a_document_and_it_is_noted(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
        kept = await attach_document(
            work,
            scene.rosa,
            AttachDocument(application_id=sent.id, field="identity", content=a_photo(), file_name="carta.jpg"),
        )
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        social_worker = await an_operator(work, scene.territory.office_id)
        accountant = await an_operator(work, scene.territory.office_id, [Role.ACCOUNTANT])
        neighbour = await an_operator(work, scene.territory.neighbour_office_id)
    for operator, refusal in ((accountant, NotAllowed), (neighbour, NotFound)):
        with pytest.raises(refusal):
            async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
                await document_file(work, operator, kept.document_id, purpose=ReadingPurpose.APPLICATION_WORK)
    async with unit_of_work(social_worker, read_only=True, bind=scene.connection) as work:
        _document, content = await document_file(
            work, social_worker, kept.document_id, purpose=ReadingPurpose.APPLICATION_WORK
        )
        assert content.startswith(b"\xff\xd8\xff")
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        noted = await (await work.session.connection()).execute(
            sa.text("SELECT operator_id, is_granted FROM platform.reading WHERE subject_id = :id"),
            {"id": kept.document_id},
        )
        assert {tuple(row) for row in noted} == {(social_worker.operator_id, True), (neighbour.operator_id, False)}


async def test_the_same_file_does_not_answer_two_questions_of_one_kind(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        kept = await attach_document(
            work,
            scene.rosa,
            AttachDocument(application_id=draft.id, field="identity", content=a_photo(), file_name="carta.jpg"),
        )
        with pytest.raises(Invalid):
            await keep_attachment(
                work,
                scene.rosa,
                KeepAttachment(application_id=draft.id, field="medical_certificate", document_id=kept.document_id),
            )


async def test_pieces_that_became_a_document_are_thrown_away(
    scene: Scene, everything_that_follows: Callable[[], Awaitable[int]]
) -> None:
    photo = a_photo(77)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        upload_id = await start_attachment(
            work,
            scene.rosa,
            StartAttachment(application_id=draft.id, field="identity", file_name="foto.jpg", length=len(photo)),
        )
        await append_upload(work, scene.rosa, AppendUpload(upload_id=upload_id, offset=0, chunk=photo))
        await attach_upload(work, scene.rosa, AttachUpload(upload_id=upload_id))
    await everything_that_follows()
    assert await uploads().size(str(upload_id)) == 0
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        assert await upload_offset(work, scene.rosa, upload_id) == (len(photo), len(photo))
    assert await discard_abandoned_uploads() >= 0
