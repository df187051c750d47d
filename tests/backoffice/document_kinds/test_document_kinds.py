"""Administrators say which kinds of document expire."""

from datetime import timedelta

from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office


async def test_a_kind_gets_a_rule_of_the_ente_from_a_day_on(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open("/amministrazione/documenti")
    assert "D.Lgs. 147/2017" in page.text
    kind = await admin.open(page.link("Certificato del medico"))
    form = kind.form("Salva la regola").fill({"is_expiring": "true", "lasting": "months"})
    wrong = await admin.send(form)
    assert wrong.status == 422
    assert "Scrivi per quanti mesi vale." in wrong.text
    assert wrong.one("#lasting-3").has_attr("checked"), "what was chosen stays"
    saved = await admin.send(wrong.form("Salva la regola").fill({"months": "6"}))
    assert "Vale 6 mesi da quando arriva" in saved.text
    coming = (day_of(utcnow()) + timedelta(days=40)).isoformat()
    again = await admin.open("/amministrazione/documenti/medical-certificate")
    later = await admin.send(again.form("Salva la regola").fill({"starts_on": coming, "months": "3"}))
    assert "Vale 6 mesi da quando arriva" in later.text
    assert "Vale 3 mesi da quando arriva" in later.text


async def test_nobody_else_keeps_the_list(office: Office) -> None:
    worker = await office.at_work(Role.SOCIAL_WORKER)
    assert (await worker.open("/amministrazione/documenti")).status == 403
    admin = await office.at_work(Role.ENTE_ADMIN)
    assert (await admin.open("/amministrazione/documenti/passaporto")).status == 404
