"""The steps: nothing typed is ever lost, whatever is wrong with it."""

import pytest

from domain.platform.settings import settings
from tests.domain.documents.gateways.samples import photo
from tests.support.html import Browser
from tests.support.journeys import answer, answers_of, begin, to_step
from tests.support.questions import Questions


async def test_a_wrong_codice_fiscale_is_told_and_kept(rosa: Browser) -> None:
    page = await begin(rosa)
    wrong = await answer(rosa, page, phone="333 1234567")
    assert wrong.status == 200, "with the code that we know there is nothing wrong"
    page = await rosa.open(page.path)
    wrong = await rosa.send(page.form("Salva e continua").fill({"codice_fiscale": "RSSMRA48H52F20"}))
    assert wrong.status == 422
    assert "16 lettere e numeri" in wrong.text
    field = wrong.labelled("Il tuo codice fiscale")
    assert field["value"] == "RSSMRA48H52F20"
    assert field["aria-invalid"] == "true"
    assert wrong.one("#error_summary a")["href"] == "#codice_fiscale"
    assert "Il tuo codice fiscale" in wrong.one("#error_summary a").get_text()
    assert wrong.one("title").get_text().startswith("Errore:")


async def test_an_empty_step_says_what_is_missing(rosa: Browser) -> None:
    page = await to_step(rosa, "autonomy")
    wrong = await rosa.send(page.form("Salva e continua"))
    assert wrong.status == 422
    assert len(wrong.soup.select("#error_summary li")) == 9


async def test_what_we_know_is_not_asked_again(rosa: Browser) -> None:
    page = await begin(rosa)
    assert page.labelled("Il tuo codice fiscale")["value"]
    assert "li abbiamo già" in page.text


async def test_a_new_question_comes_up_without_being_called_an_error(rosa: Browser) -> None:
    page = await to_step(rosa, "isee")
    more = await rosa.send(page.form("Salva e continua").fill({"isee_has": "yes"}))
    assert more.status == 200
    assert "qualche domanda in più" in more.text
    assert more.labelled("Quanto è il tuo ISEE?")


async def test_stopping_keeps_what_was_typed(rosa: Browser) -> None:
    page = await begin(rosa)
    stopped = await rosa.send(page.form("Salva e continua più tardi").fill({"street": "Via dei Tigli 4"}))
    assert stopped.path == "/domande"
    assert "Abbiamo salvato la domanda" in stopped.text
    again = await rosa.open(stopped.link("Continua"))
    assert again.labelled("Via e numero")["value"] == "Via dei Tigli 4"


async def test_the_step_links_back_only_to_what_was_done(rosa: Browser) -> None:
    page = await to_step(rosa, "isee")
    links = [link["href"] for link in page.soup.select("ol.ss-steps-list a")]
    assert [str(link).rpartition("/")[2] for link in links] == ["1", "2"]


async def test_help_and_booking_are_on_every_step(rosa: Browser) -> None:
    page = await begin(rosa)
    assert page.soup.select_one("aside.ss-help a[href='/prenota']") is not None


async def test_saved_from_two_windows_the_person_chooses(rosa: Browser) -> None:
    first = await begin(rosa)
    second = await rosa.open(first.path)
    await rosa.send(first.form("Salva e continua più tardi").fill({"street": "Via Prima 1"}))
    choice = await rosa.send(second.form("Salva e continua più tardi").fill({"street": "Via Seconda 2"}))
    assert choice.status == 409
    assert "Via Prima 1" in choice.text
    assert "Via Seconda 2" in choice.text
    kept = await rosa.open(choice.link("Tieni quello già salvato"))
    assert kept.labelled("Via e numero")["value"] == "Via Prima 1"
    await rosa.send(choice.form("Tieni quello che ho scritto qui"))
    assert (await rosa.open(first.path)).labelled("Via e numero")["value"] == "Via Seconda 2"


async def test_the_same_answers_from_two_windows_are_no_conflict(rosa: Browser) -> None:
    first = await begin(rosa)
    second = await rosa.open(first.path)
    await answer(rosa, first)
    assert (await answer(rosa, second)).path.endswith("/passi/2")


async def test_what_the_page_saved_by_itself_is_no_other_window(rosa: Browser) -> None:
    page = await begin(rosa)
    form = page.form("Salva e continua").fill(answers_of("who", street="Via Prima 1"))
    address = str(page.one("form[data-autosave]")["data-autosave"])
    kept = await rosa.client.post(address, data=form.fields)
    assert kept.status_code == 204
    assert (await rosa.open(page.path)).labelled("Via e numero")["value"] == "Via Prima 1"
    assert (await rosa.send(form.fill({"street": "Via Seconda 2"}))).path.endswith("/passi/2")


async def test_another_windows_save_is_not_hidden_by_a_page_that_saved_itself(rosa: Browser) -> None:
    first = await begin(rosa)
    second = await rosa.open(first.path)
    form = first.form("Salva e continua").fill({"street": "Via Prima 1"})
    await rosa.client.post(first.path.rpartition("/passi")[0] + "/bozza", data=form.fields)
    choice = await rosa.send(second.form("Salva e continua").fill({"street": "Via Seconda 2"}))
    assert choice.status == 409


async def test_a_session_that_has_just_ended_still_saves(rosa: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await begin(rosa)
    monkeypatch.setattr(settings(), "session_idle_minutes", 0)
    sent = await rosa.send(page.form("Salva e continua").fill({"street": "Via Nuova 7"}))
    assert sent.path == "/accedi"
    assert sent.answer.url.params["next"] == page.path
    assert "Via Nuova 7" not in sent.text
    assert (await rosa.open(page.path)).path == "/accedi"
    monkeypatch.setattr(settings(), "session_idle_minutes", 30)
    again = await rosa.open(page.path)
    assert again.labelled("Via e numero")["value"] == "Via Nuova 7"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("carta.pdf", b"MZ\x90\x00" + bytes(400), "è un programma"),
        ("vuoto.jpg", b"", "vuoto"),
        ("rotta.jpg", photo()[:900], "rovinato"),
    ],
)
async def test_a_file_that_will_not_do_is_refused_with_the_reason(
    rosa: Browser, name: str, content: bytes, why: str
) -> None:
    page = await to_step(rosa, "papers")
    refused = await rosa.send(page.form("Salva e continua"), [("identity", (name, content, "application/pdf"))])
    assert refused.status == 422
    assert why in refused.text
    assert refused.labelled("Documento d'identità o permesso")["aria-invalid"] == "true"


async def test_a_good_file_beside_a_bad_one_is_kept(rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    refused = await rosa.send(
        page.form("Salva e continua"),
        [
            ("identity", ("carta.jpg", photo(), "image/jpeg")),
            ("medical_certificate", ("x.pdf", b"MZ" + bytes(90), "")),
        ],
    )
    assert refused.status == 422
    assert "carta.jpg" in refused.text


async def test_a_file_is_taken_out_and_what_was_typed_stays(rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    sent = await rosa.send(
        page.form("Salva e continua più tardi"), [("identity", ("carta.jpg", photo(), "image/jpeg"))]
    )
    assert sent.path == "/domande"
    page = await rosa.open(page.path)
    after = await rosa.send(page.form("Togli").fill({"medical_certificate.later": "yes"}))
    assert after.path == page.path
    assert "carta.jpg" not in after.text
    assert after.labelled("Certificato del medico")
    assert after.one('[name="medical_certificate.later"]').has_attr("checked")


async def test_an_enormous_body_is_refused_with_a_page(rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    form = page.form("Salva e continua")
    large = bytes(settings().upload_limit_bytes + 2 * 1024 * 1024)
    refused = await rosa.send(form, [("identity", ("foto.jpg", large, "image/jpeg"))])
    assert refused.status == 413
    assert "troppo grande" in refused.heading


async def test_a_file_over_the_limit_is_told_beside_the_field(rosa: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await to_step(rosa, "papers")
    monkeypatch.setattr(settings(), "upload_limit_bytes", 20_000)
    refused = await rosa.send(
        page.form("Salva e continua"), [("identity", ("foto.png", photo(300, 300, "PNG") + bytes(30_000), "image/png"))]
    )
    assert refused.status == 422
    assert "troppo grande" in refused.text


async def test_a_step_asks_the_database_a_fixed_number_of_times(rosa: Browser, questions: Questions) -> None:
    page = await begin(rosa)
    with questions(at_most=12):
        assert (await rosa.open(page.path)).status == 200


async def test_a_step_that_does_not_exist_is_not_found(rosa: Browser) -> None:
    page = await begin(rosa)
    for number in ("0", "99"):
        assert (await rosa.open(page.path.rpartition("/")[0] + f"/{number}")).status == 404
