"""A person and an office write to each other about an application."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.correspondence.actions.conversations.read_conversation import ReadConversation, read_conversation
from domain.correspondence.actions.conversations.set_aside_conversations import (
    SetAsideConversations,
    set_aside_conversations,
)
from domain.correspondence.actions.conversations.set_conversation_rules import (
    SetConversationRules,
    set_conversation_rules,
)
from domain.correspondence.actions.conversations.write_ready_answer import WriteReadyAnswer, write_ready_answer
from domain.correspondence.queries.conversations.queue import QueueFilter, conversations_queue
from domain.correspondence.queries.letters_to import letters_to, unread_messages
from domain.correspondence.queries.notices import notices_of
from domain.correspondence.refusals import TooManyMessages
from domain.correspondence.terms.conversations import USUAL_LIMIT, ConversationStatus, Side
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conversation.conftest import Talk
from tests.support.given import SYSTEM, an_operator

Rows = list[tuple[ConversationStatus, str]]


async def notices(talk: Talk, operator: Operator) -> list[str]:
    async with unit_of_work(operator, read_only=True, bind=talk.scene.connection) as work:
        return [one.path for one in (await notices_of(work, operator, kind=NoticeKind.CITIZEN_MESSAGE)).items]


async def in_queue(talk: Talk, status: ConversationStatus | None = ConversationStatus.WAITING) -> Rows:
    async with unit_of_work(talk.anna, read_only=True, bind=talk.scene.connection) as work:
        found = await conversations_queue(work, talk.anna, QueueFilter(status=status))
        return [(one.status, one.name) for one in found.items]


async def test_what_a_person_writes_waits_in_the_queue_and_is_told_to_everybody_of_the_office(talk: Talk) -> None:
    async with unit_of_work(SYSTEM, bind=talk.scene.connection) as work:
        ugo = await an_operator(work, talk.scene.territory.office_id, (Role.DESK_OPERATOR,), names="Ugo Pari")
        elsewhere = await an_operator(work, talk.scene.territory.neighbour_office_id, names="Ida Lontani")
    await talk.says(talk.rosa)
    assert await in_queue(talk) == [(ConversationStatus.WAITING, "Maria Rosa Bellandi")]
    page = [f"/domande/{talk.application_id}/conversazione"]
    assert [await notices(talk, one) for one in (talk.anna, ugo)] == [page, page]
    assert await notices(talk, elsewhere) == []


async def test_an_answer_takes_it_out_of_the_queue_and_the_person_learns_only_that_there_is_one(talk: Talk) -> None:
    await talk.says(talk.rosa)
    await talk.says(talk.anna, "Il medico di famiglia deve firmare.")
    await talk.says(talk.anna, "Anche a penna.")
    assert await in_queue(talk) == []
    assert await in_queue(talk, ConversationStatus.ANSWERED) == [(ConversationStatus.ANSWERED, "Maria Rosa Bellandi")]
    async with unit_of_work(talk.rosa, read_only=True, bind=talk.scene.connection) as work:
        told = [one for one in await letters_to(work, talk.rosa) if "ufficio" in one.subject]
    assert len(told) == 1, "one notice until it is read"
    assert "medico" not in str(told)
    assert f"/domande/{talk.application_id}/conversazione" in str(told[0].paragraphs)
    assert [one.text for one in await talk.read_by(talk.rosa)][:2] == [
        "Anche a penna.",
        "Il medico di famiglia deve firmare.",
    ]


async def test_a_person_reads_the_name_of_the_office_and_colleagues_that_of_the_operator_too(talk: Talk) -> None:
    await talk.says(talk.anna, "Buongiorno.")
    [seen] = await talk.read_by(talk.rosa)
    assert seen.author.startswith("Ufficio")
    assert seen.operator == ""
    [seen] = await talk.read_by(talk.anna)
    assert seen.operator == "Anna Prova"


async def test_reading_the_messages_reads_their_notice_too(talk: Talk) -> None:
    await talk.says(talk.anna, "Buongiorno.")
    read = ReadConversation(conversation_id=await talk.conversation_id())
    async with unit_of_work(talk.rosa, bind=talk.scene.connection) as work:
        before = await unread_messages(work, talk.rosa)
        await read_conversation(work, talk.rosa, read)
        assert await unread_messages(work, talk.rosa) == before - 1
    [seen] = await talk.read_by(talk.anna)
    assert seen.is_read
    await talk.says(talk.anna, "Ancora una cosa.")
    async with unit_of_work(talk.rosa, read_only=True, bind=talk.scene.connection) as work:
        assert await unread_messages(work, talk.rosa) == before, "what is new is told again"


async def test_a_note_stays_in_the_office_and_answers_nobody(talk: Talk) -> None:
    await talk.says(talk.rosa)
    await talk.says(talk.anna, "Ha chiamato la figlia.", is_note=True)
    assert [one.side for one in await talk.read_by(talk.rosa)] == [Side.CITIZEN]
    assert [one.side for one in await talk.read_by(talk.anna)] == [Side.NOTE, Side.CITIZEN]
    assert len(await in_queue(talk)) == 1
    async with unit_of_work(talk.rosa, read_only=True, bind=talk.scene.connection) as work:
        found = sa.text("SELECT count(*) FROM correspondence.conversation_message WHERE side = 'note'")
        assert (await (await work.session.connection()).execute(found)).scalar_one() == 0


async def test_a_ready_answer_is_read_in_the_language_of_the_person_and_the_rest_as_it_was_typed(talk: Talk) -> None:
    async with unit_of_work(SYSTEM, bind=talk.scene.connection) as work:
        head = await an_operator(work, talk.scene.territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")
    texts = {"it": "La domanda è in lavorazione.", "ar": "الطلب قيد المعالجة."}
    async with unit_of_work(head, bind=talk.scene.connection) as work:
        answer_id = await write_ready_answer(work, head, WriteReadyAnswer(name="In lavorazione", texts=texts))
    await talk.says(talk.rosa, "متى؟", typed_in="ar")
    await talk.says(talk.anna, "Chiami il lunedì.", ready_answer_id=answer_id)
    seen = (await talk.read_by(talk.rosa))[0]
    assert (seen.ready_text, seen.text, seen.language) == (texts["ar"], "Chiami il lunedì.", "it")
    assert (await talk.read_by(talk.anna))[0].ready_source == texts["it"]


async def test_nothing_at_all_is_no_message_and_a_file_of_somebody_else_goes_with_none(talk: Talk) -> None:
    with pytest.raises(Invalid):
        await talk.says(talk.rosa, "   ")
    with pytest.raises(NotFound):
        await talk.says(talk.rosa, "Ecco", document_ids=(uuid4(),))
    with pytest.raises(NotFound):
        await talk.says(talk.rosa, "Ecco", ready_answer_id=uuid4())


async def test_who_writes_very_often_is_asked_kindly_to_wait_until_tomorrow(talk: Talk) -> None:
    for number in range(USUAL_LIMIT):
        await talk.says(talk.rosa, f"Messaggio {number}")
    with pytest.raises(TooManyMessages):
        await talk.says(talk.rosa, "Ancora io")
    await talk.says(talk.anna, "L'ufficio può sempre rispondere.")
    with as_of(utcnow() + timedelta(hours=25)):
        await talk.says(talk.rosa, "Grazie")


async def test_an_office_may_let_people_write_less_often(talk: Talk) -> None:
    async with unit_of_work(SYSTEM, bind=talk.scene.connection) as work:
        admin = await an_operator(work, talk.scene.territory.office_id, (Role.ENTE_ADMIN,), names="Ada Regole")
    async with unit_of_work(admin, bind=talk.scene.connection) as work:
        chosen = SetConversationRules(office_id=talk.scene.territory.office_id, reply_days=3, most_a_day=1)
        await set_conversation_rules(work, admin, chosen)
        far = SetConversationRules(office_id=talk.scene.territory.neighbour_office_id, most_a_day=1)
        with pytest.raises(NotFound):
            await set_conversation_rules(work, admin, far)
    await talk.says(talk.rosa)
    with pytest.raises(TooManyMessages):
        await talk.says(talk.rosa)


async def test_what_needs_no_answer_is_set_aside_with_the_reason_and_comes_back_when_the_person_writes(
    talk: Talk,
) -> None:
    await talk.says(talk.rosa, "Grazie!")
    ids: tuple[UUID, ...] = (await talk.conversation_id(),)
    async with unit_of_work(talk.anna, bind=talk.scene.connection) as work:
        with pytest.raises(Invalid):
            await set_aside_conversations(work, talk.anna, SetAsideConversations(conversation_ids=ids))
        command = SetAsideConversations(conversation_ids=ids, reason="Ringrazia e basta.")
        assert await set_aside_conversations(work, talk.anna, command) == 1
        assert await set_aside_conversations(work, talk.anna, command) == 0
    assert await in_queue(talk) == []
    assert len(await in_queue(talk, ConversationStatus.SET_ASIDE)) == 1
    await talk.says(talk.rosa, "Una cosa ancora.")
    assert len(await in_queue(talk)) == 1


async def test_a_message_is_never_changed_nor_taken_away(talk: Talk) -> None:
    await talk.says(talk.rosa)
    for forbidden in ("UPDATE {} SET text = 'altro'", "DELETE FROM {}"):
        with pytest.raises(ProgrammingError):
            async with unit_of_work(talk.anna, bind=talk.scene.connection) as work:
                said = sa.text(forbidden.format("correspondence.conversation_message"))
                await (await work.session.connection()).execute(said)


async def test_the_person_sees_that_the_office_has_read_the_messages(talk: Talk) -> None:
    await talk.says(talk.rosa)
    async with unit_of_work(talk.anna, read_only=True, bind=talk.scene.connection) as work:
        readings = sa.text("SELECT count(*) FROM platform.reading WHERE subject = 'conversation'")
        before = (await (await work.session.connection()).execute(readings)).scalar_one()
    await talk.read_by(talk.anna)
    async with unit_of_work(talk.rosa, read_only=True, bind=talk.scene.connection) as work:
        assert (await (await work.session.connection()).execute(readings)).scalar_one() == before + 1
