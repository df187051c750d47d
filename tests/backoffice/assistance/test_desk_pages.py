"""The operator's pages: beginning, filling in, and sending with the person; nothing typed is lost."""

import pytest
from markupsafe import escape

from domain.catalogue.queries.published_services import published_services
from domain.kernel.languages import LANGUAGES
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.assistance.conftest import HelpDesk, follow, link_in
from tests.backoffice.test_every_page import names_of
from tests.support.given import SYSTEM
from tests.support.personas import FATIMA
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo


async def test_the_person_page_leads_to_it(help_desk: HelpDesk) -> None:
    page = await help_desk.operator.open(f"/persone/{help_desk.person_id}")
    new = await help_desk.operator.open(page.link("Fai una domanda"))
    assert new.heading == "Fai una domanda con la persona"


async def test_without_a_recognition_nothing_begins_and_nothing_typed_is_lost(help_desk: HelpDesk) -> None:
    refused = await help_desk.begin(document_number="", document_expires_on="2001-01-01")
    assert refused.status == 422
    assert "Questo documento è scaduto" in refused.text
    assert refused.one("option[selected][value=residence_permit]")
    assert refused.one("input[name=document_expires_on]")["value"] == "2001-01-01"


async def test_every_service_on_offer_can_be_asked_for_at_the_desk_and_followed(help_desk: HelpDesk) -> None:
    new = await help_desk.operator.open(f"/persone/{help_desk.person_id}/domande/nuova")
    slugs = [str(one["value"]) for one in new.soup.select("[name=service_slug] option") if one["value"]]
    assert len(slugs) > 2
    for slug in slugs:
        first = await help_desk.begin(service_slug=slug)
        assert (first.status, first.path.rpartition("/")[2]) == (200, "1"), (slug, first.text)
        shown = await help_desk.operator.send(first.form("Salva e mostra alla persona"))
        assert (await follow(help_desk.phone(), link_in(shown))).status == 200, slug


async def test_a_wrong_answer_is_told_beside_its_question(help_desk: HelpDesk) -> None:
    refused = await help_desk.answer(await help_desk.begin(), phone="12")
    assert refused.status == 422
    assert "numero di telefono" in refused.text
    assert refused.one("input[name=phone]")["value"] == "12"


async def test_a_draft_is_found_again_from_the_person(help_desk: HelpDesk) -> None:
    step = await help_desk.answer(await help_desk.begin())
    new = await help_desk.operator.open(f"/persone/{help_desk.person_id}/domande/nuova")
    again = await help_desk.operator.open(new.link("Aiuto a casa"))
    assert again.path.rpartition("/")[0] == step.path.rpartition("/")[0]
    assert again.one("input[name=street]")["value"] == "Via delle Rose 3"


async def test_two_operators_do_not_overwrite_each_other(help_desk: HelpDesk) -> None:
    first = await help_desk.begin()
    await help_desk.answer(first, street="Via Prima 1")
    late = await help_desk.answer(first, street="Via Seconda 2")
    assert late.status == 409
    assert late.one("input[name=street]")["value"] == "Via Seconda 2", "what was typed here is not lost"
    saved = await help_desk.operator.send(late.form("Salva e continua"))
    assert saved.status == 200


async def test_it_is_not_sent_before_the_declarations_were_read(help_desk: HelpDesk) -> None:
    review = await help_desk.to_review()
    refused = await help_desk.operator.send(review.form("Invia la domanda"))
    assert refused.status == 422
    assert "Leggi le dichiarazioni alla persona" in refused.text
    sent = await help_desk.operator.send(refused.form("Invia la domanda").fill({"is_read_aloud": "true"}))
    assert "Inserita da operatore (Anna Sportello) per conto di Fatima El Amrani" in sent.text
    again = await help_desk.operator.send(refused.form("Invia la domanda").fill({"is_read_aloud": "true"}))
    assert again.path == sent.path, "a double click ends at the one sheet"


async def test_who_has_no_desk_comes_nowhere_near(help_desk: HelpDesk) -> None:
    step = await help_desk.begin()
    accountant = await help_desk.office.at_work(Role.ACCOUNTANT)
    for path in (step.path, f"/persone/{help_desk.person_id}/domande/nuova", step.path.split("/comp")[0] + "/schermo"):
        assert (await accountant.open(path)).status == 403


LINES = {"nuova": 26, "passo": 32, "riepilogo": 34, "schermo": 24}


@pytest.mark.parametrize("which", LINES)
async def test_a_page_of_the_desk_asks_no_more_than_it_did_and_every_word_is_translatable(
    help_desk: HelpDesk, questions: Questions, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    review = await help_desk.to_review()
    shown = await help_desk.operator.send(review.form("Mostra tutto alla persona"))
    base = shown.path.removesuffix("/compilazione/riepilogo")
    paths = {
        "nuova": f"/persone/{help_desk.person_id}/domande/nuova",
        "passo": f"{base}/compilazione/2",
        "riepilogo": shown.path,
        "schermo": f"{base}/schermo",
    }
    with questions(at_most=LINES[which]):
        assert (await help_desk.operator.open(paths[which])).status == 200
    if which not in ("nuova", "schermo"):
        return  # the questions of the form are the ente's words, in its own languages
    known = [*await names_of(help_desk.office), FATIMA.full_name, FATIMA.codice_fiscale, "Anna Sportello"]
    known += [language.native_name for language in LANGUAGES]
    async with unit_of_work(SYSTEM, read_only=True, bind=help_desk.office.connection) as work:
        known += [str(escape(one.card.title.in_("it"))) for one in await published_services(work, SYSTEM)]
    speak_pseudo(monkeypatch)
    page = await help_desk.operator.open(paths[which])
    assert letters_outside_brackets(page.answer.text, known) == []
