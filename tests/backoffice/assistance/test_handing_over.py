"""Drafts of the desk that go home, and signatures of others that come on paper."""

from domain.platform.work import unit_of_work
from tests.backoffice.assistance.conftest import HelpDesk
from tests.domain.documents.gateways.samples import blank_pdf, saved
from tests.support.given import SYSTEM
from tests.support.personas import DAVIDE
from tests.support.signed_forms import SIGNED, a_signed_service_is_published


async def test_a_second_signature_on_paper_and_the_sheet_for_home(help_desk: HelpDesk) -> None:
    operator = help_desk.operator
    async with unit_of_work(SYSTEM, bind=help_desk.office.connection) as work:
        await a_signed_service_is_published(work, help_desk.office.territory.ambito_id)
    step = await help_desk.begin(service_slug=SIGNED)
    said = {"reason": "Per il bambino", "two": "yes", "identity.later": "yes", "true": "yes"}
    more = await operator.send(step.form("Salva e continua").fill(said))
    review = await operator.send(more.form("Salva e continua").fill({"other_parent": DAVIDE.codice_fiscale}))
    assert not review.soup.select("form[action$='/invio']"), "it is not sent without the other signature"
    waiting = await operator.send(review.form("Chiedi le firme"))
    assert "Aspetta la firma" in waiting.text
    paper = await operator.open(waiting.link("Registra una firma su carta"))
    typed = {"signer_name": DAVIDE.full_name, "recognition": "document"}
    refused = await operator.send(paper.form("Registra la firma").fill(typed))
    assert refused.status == 422
    assert "Carica il foglio firmato." in refused.text
    assert refused.one("input[name=signer_name]")["value"] == DAVIDE.full_name
    seen = {"document_kind": "identity_card", "document_number": "CA1", "document_expires_on": "2099-01-01"}
    sheet = [("file", ("foglio.pdf", saved(blank_pdf()), "application/pdf"))]
    signed = await operator.send(refused.form("Registra la firma").fill(seen), sheet)
    assert "Ha firmato" in signed.text
    home = await operator.open(signed.link("Stampa il foglio con le istruzioni"))
    assert "/domande" in home.text
    sent = await operator.send(signed.form("Invia la domanda").fill({"is_read_aloud": "true"}))
    assert f"{DAVIDE.full_name}, su carta allo sportello" in sent.text
    assert (await operator.open(home.path)).path == sent.path, "what was sent has no sheet"


async def test_what_is_handed_over_says_so(help_desk: HelpDesk) -> None:
    review = await help_desk.to_review()
    assert (await help_desk.operator.open(review.path.replace("/riepilogo", "/consegna"))).path == review.path
    home = await help_desk.operator.send(review.form("Fai continuare a casa"))
    assert home.heading == "Continua a casa la tua domanda"
    again = await help_desk.operator.open(review.path)
    assert "La persona vede questa domanda anche nel sito" in again.text


async def test_where_nothing_was_begun_at_home_the_page_says_so(help_desk: HelpDesk) -> None:
    refused = await help_desk.begin(is_from_home="true")
    assert refused.status == 422
    assert "La persona non ha una bozza per questo servizio." in refused.text
