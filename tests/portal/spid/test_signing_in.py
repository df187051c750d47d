"""Coming in with SPID, from the button to one's own page, and every way in which it can go wrong for honest people."""

import pytest
import structlog

from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.refusals import SIGN_IN_SENTENCES
from domain.platform.settings import settings
from tests.portal.conftest import Portal
from tests.portal.spid.conftest import Leave, come_back
from tests.support.html import Browser, Page
from tests.support.saml.federation import Federation

MARIA = "RSSMRA80A41H501Y"


async def test_who_chooses_a_provider_ends_on_their_own_page(
    visitor: Browser, federation: Federation, leave: Leave
) -> None:
    page = await visitor.open("/accedi")
    assert page.link("Identità di prova").startswith("/spid/login?idp=")
    assert page.link("Non hai SPID?") == "https://www.spid.gov.it/richiedi-spid"
    asked = await leave(visitor)
    mine = await come_back(visitor, federation.form(asked))
    assert mine.path == "/area-personale"
    assert "Maria Rossi" in mine.text
    assert MARIA in mine.text


async def test_one_ends_where_one_wanted_to_go(visitor: Browser, federation: Federation, leave: Leave) -> None:
    asked = await leave(visitor, "&next=/domande")
    assert (await come_back(visitor, federation.form(asked))).path == "/domande"


@pytest.mark.parametrize("path", ["https://altri.example/", "//altri.example", "/\\altri.example", "/accedi"])
async def test_nobody_is_sent_to_another_site(
    visitor: Browser, federation: Federation, leave: Leave, path: str
) -> None:
    asked = await leave(visitor, f"&next={path}")
    page = await come_back(visitor, federation.form(asked))
    assert (page.answer.url.host, page.path) == ("prova.test", "/area-personale")


async def test_the_page_that_leads_away_works_without_scripts_and_only_to_the_provider(
    visitor: Browser, federation: Federation
) -> None:
    page = await visitor.open(federation.login)
    policy = page.answer.headers["content-security-policy"]
    assert f"form-action 'self' {federation.provider.entity_id};" in policy
    assert "unsafe" not in policy
    assert page.form("Continua").action == f"{federation.provider.entity_id}/sso"
    assert page.answer.headers["cache-control"] == "no-store"
    assert "idp.example" not in (await visitor.open("/accedi")).answer.headers["content-security-policy"]


async def test_a_request_may_leave_as_a_link(visitor: Browser, federation: Federation) -> None:
    answer = await visitor.client.get(federation.login + "&binding=redirect", follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(f"{federation.provider.entity_id}/sso?SAMLRequest=")
    assert "http" not in answer.headers["location"].partition("RelayState=")[2].partition("&")[0]


async def test_several_tabs_may_be_on_their_way(visitor: Browser, federation: Federation, leave: Leave) -> None:
    first, second = await leave(visitor, "&next=/domande"), await leave(visitor)
    assert (await come_back(visitor, federation.form(first))).path == "/domande"
    assert (await come_back(visitor, federation.form(second))).path == "/area-personale"


async def test_a_new_sign_in_ends_the_session_before(
    portal: Portal, visitor: Browser, federation: Federation, leave: Leave
) -> None:
    await come_back(visitor, federation.form(await leave(visitor)))
    before = visitor.client.cookies["portal"]
    asked = await leave(visitor)
    visitor.client.cookies.delete("portal")  # browsers do not send it with a form from another site
    await come_back(visitor, federation.form(asked))
    assert visitor.client.cookies["portal"] != before
    other = portal.browser()
    other.client.cookies.set("portal", before, domain="prova.test")
    assert (await other.open("/area-personale")).path == "/accedi"


async def test_a_provider_that_we_do_not_know_has_a_page_of_its_own(visitor: Browser, federation: Federation) -> None:
    page = await visitor.open("/spid/login?idp=https://altri.example")
    assert page.status == 404
    assert page.heading == "Non conosciamo questo gestore"
    assert page.link("Vai all'elenco").startswith("/accedi")


KINDS = {
    19: "too_many_tries",
    20: "level_too_low",
    21: "timed_out",
    22: "refused_consent",
    23: "suspended",
    24: "generic",
    25: "cancelled",
    30: "wrong_kind",
    8: "technical",
    99: "generic",
}


@pytest.mark.parametrize("number", KINDS)
async def test_every_anomaly_has_its_page_and_closes_the_request(
    visitor: Browser, federation: Federation, leave: Leave, number: int
) -> None:
    asked = await leave(visitor, "&next=/domande")
    with structlog.testing.capture_logs() as logs:
        page = await come_back(visitor, federation.failed(asked, number))
    assert page.status == 403
    assert page.answer.headers["cache-control"] == "no-store"
    assert str(SIGN_IN_SENTENCES[KINDS[number]].msgid) in page.text
    assert page.one("h1").has_attr("tabindex")
    assert "next=/domande" in page.answer.text.replace("%2F", "/")
    said = [line for line in logs if line["event"] == "sign_in_refused"]
    assert [line["number"] in page.text for line in said] == [True]
    assert said[0]["kind"] == KINDS[number]
    again = await come_back(visitor, federation.form(asked))
    assert again.heading == "Ricomincia l'accesso da qui"


async def test_the_pages_of_the_anomalies_differ(visitor: Browser, federation: Federation, leave: Leave) -> None:
    pages = [
        (await come_back(visitor, federation.failed(await leave(visitor), number)))
        for number in (19, 20, 21, 22, 23, 24, 25, 30)
    ]
    assert len({page.heading for page in pages}) == len(pages)
    assert len({page.text for page in pages}) == len(pages)


async def test_the_page_speaks_the_language_in_which_the_sign_in_began(
    visitor: Browser, federation: Federation, leave: Leave
) -> None:
    await visitor.open("/lingua/ar?next=/accedi")
    asked = await leave(visitor)
    visitor.client.cookies.delete("lingua")  # as with a form from another site
    page = await come_back(visitor, federation.failed(asked, 25))
    assert page.one("html")["lang"] == "ar"
    assert page.one("html")["dir"] == "rtl"


async def test_an_answer_used_again_opens_nothing(visitor: Browser, federation: Federation, leave: Leave) -> None:
    fields = federation.form(await leave(visitor))
    assert (await come_back(visitor, fields)).path == "/area-personale"
    visitor.client.cookies.delete("portal")
    assert (await come_back(visitor, fields)).status == 403
    assert "portal" not in visitor.client.cookies


async def test_an_assertion_used_again_in_another_answer_opens_nothing(
    visitor: Browser, federation: Federation, leave: Leave
) -> None:
    first = await leave(visitor)
    await come_back(visitor, federation.form(first))
    visitor.client.cookies.delete("portal")
    second = await leave(visitor)
    twin = federation.right(second).but(assertion_id=federation.right(first).assertion_id)
    assert (await come_back(visitor, federation.form(second, twin))).status == 403
    assert "portal" not in visitor.client.cookies


async def test_the_answer_counts_only_in_the_browser_that_asked(
    portal: Portal, visitor: Browser, federation: Federation, leave: Leave
) -> None:
    mine, other = await leave(visitor), portal.browser()
    await leave(other)  # who wants to bring it has a token too
    page = await come_back(other, federation.form(mine))
    assert (page.status, page.heading) == (403, "Ricomincia l'accesso da qui")
    assert "portal" not in other.client.cookies
    assert (await come_back(visitor, federation.form(mine))).path == "/area-personale"


async def test_a_swapped_answer_is_refused(visitor: Browser, federation: Federation, leave: Leave) -> None:
    first, second = await leave(visitor), await leave(visitor)
    mixed = federation.form(first) | {"RelayState": second.relay_state}
    assert (await come_back(visitor, mixed)).status == 403


async def test_a_provider_turned_off_meanwhile_lets_nobody_in(
    portal: Portal, visitor: Browser, federation: Federation, leave: Leave
) -> None:
    asked = await leave(visitor)
    settings().saml_metadata_files.clear()
    await import_saml_providers(bind=portal.connection)
    page: Page = await come_back(visitor, federation.form(asked))
    assert (page.status, page.heading) == (403, "Il servizio di accesso è fermo")


async def test_nothing_of_the_person_is_in_the_log_or_in_an_address(
    visitor: Browser, federation: Federation, leave: Leave
) -> None:
    with structlog.testing.capture_logs() as logs:
        asked = await leave(visitor)
        fields = federation.form(asked)
        page = await come_back(visitor, fields)
        await come_back(visitor, fields)
    written = str(logs)
    for secret in (MARIA, "Maria", "Rossi", asked.relay_state, asked.request_id, fields["SAMLResponse"][:40]):
        assert secret not in written
        assert secret not in "".join(str(one.url) for one in (page.answer, *page.answer.history))
