"""Coded lists: what is common, what an ambito or an ente says beside it, and what is read afterwards."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator, Visitor
from domain.organization.queries.codes import CodeRow, code_labels, codes_of
from domain.platform.work import unit_of_work
from tests.domain.organization.codes.changes import TODAY, a_code, changed, known, listed, off, on
from tests.support.given import SYSTEM, Territory
from tests.support.questions import Questions


async def test_every_ente_has_the_shipped_lists(connection: AsyncConnection, admin: Operator) -> None:
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        found = await codes_of(work, admin.ente_id, ["accesso_motivo", "stato_civile", "autosufficienza"])
    assert [row.label for row in found["accesso_motivo"]] == ["Spontaneo", "Inviato da", "Decreto", "Convocato"]
    assert found["stato_civile"][0] == CodeRow("stato_civile", "1", "Celibe o nubile", None, "1", True)
    assert len(found["autosufficienza"]) == 3


async def test_citizens_and_visitors_read_the_lists_too(connection: AsyncConnection, territory: Territory) -> None:
    found = await listed(connection, Visitor(territory.family), territory.comune_id, "lingua_livello")
    assert found["B1"].label == "B1"


async def test_many_lists_are_one_question(connection: AsyncConnection, admin: Operator, questions: Questions) -> None:
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        await work.session.connection()
        with questions(at_most=1):
            await codes_of(work, admin.ente_id, ["bisogno", "accesso_motivo", "stato_civile"])
        with questions(at_most=1):
            labels = await code_labels(work, admin.ente_id, [("bisogno", "ABITARE"), ("comuni", "H501")] * 3)
        with questions(at_most=0):
            assert await code_labels(work, admin.ente_id, []) == {}
    assert labels == {("bisogno", "ABITARE"): "Casa", ("comuni", "H501"): "Roma"}


async def test_a_local_code_stands_in_its_class_and_counts_as_a_common_one(
    connection: AsyncConnection, admin: Operator
) -> None:
    code = await a_code(
        connection, admin, "Bolletta dell'acqua", parent="ECONOMIA", common_code="ECONOMIA.UTENZE", is_economic=True
    )
    row = (await listed(connection, admin, admin.ente_id))[code]
    assert (code, row.parent, row.common_code) == ("BOLLETTA_DELL_ACQUA", "ECONOMIA", "ECONOMIA.UTENZE")
    assert row.attributes == {"is_economic": True}


async def test_what_the_ambito_adds_its_comuni_have_and_what_a_comune_adds_it_has_alone(
    connection: AsyncConnection, territory: Territory, admin: Operator, ambito_admin: Operator
) -> None:
    common = await a_code(connection, ambito_admin, "Trasporto in montagna", parent="AUTONOMIA")
    own = await a_code(connection, admin, "Pendolari del lago", parent="LAVORO")
    assert {common, own} <= set(await listed(connection, admin, territory.comune_id))
    of_neighbour = await listed(connection, SYSTEM, territory.neighbour_id)
    assert common in of_neighbour
    assert own not in of_neighbour


async def test_the_nearest_words_are_shown_and_the_others_go_on_following(
    connection: AsyncConnection, territory: Territory, admin: Operator, ambito_admin: Operator
) -> None:
    await changed(connection, ambito_admin, "ABITARE", label="Alloggio", position=5)
    assert (await listed(connection, admin, admin.ente_id))["ABITARE"].label == "Alloggio"
    await changed(connection, admin, "ABITARE", label="Dove vivere")
    assert (await listed(connection, admin, admin.ente_id))["ABITARE"].label == "Dove vivere"
    assert (await listed(connection, SYSTEM, territory.neighbour_id))["ABITARE"].label == "Alloggio"
    await changed(connection, admin, "ABITARE", label="Alloggio", position=5)
    await changed(connection, ambito_admin, "ABITARE", label="Abitare", position=5)
    rows = await listed(connection, admin, admin.ente_id)
    assert rows["ABITARE"].label == "Abitare", "what is as inherited follows what is inherited"
    assert next(iter(rows)) == "ABITARE"


async def test_a_code_that_is_off_is_not_offered_and_still_read(connection: AsyncConnection, admin: Operator) -> None:
    day = date(2026, 6, 1)
    await off(connection, admin, "LAVORO.TUTELA", day)
    assert "LAVORO.TUTELA" not in await listed(connection, admin, admin.ente_id)
    assert "LAVORO.TUTELA" in await listed(connection, admin, admin.ente_id, day=day - timedelta(days=1))
    assert not (await listed(connection, admin, admin.ente_id, also_inactive=True))["LAVORO.TUTELA"].is_active
    row = await known(connection, admin, "LAVORO.TUTELA")
    assert row is not None
    assert (row.label, row.is_active) == ("Problemi sul posto di lavoro", False)
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        labels = await code_labels(work, admin.ente_id, [("bisogno", "LAVORO.TUTELA")])
    assert labels["bisogno", "LAVORO.TUTELA"] == "Problemi sul posto di lavoro"


async def test_a_class_that_is_off_takes_along_what_stands_under_it(
    connection: AsyncConnection, admin: Operator
) -> None:
    await off(connection, admin, "RELAZIONI", TODAY)
    assert not [code for code in await listed(connection, admin, admin.ente_id, day=TODAY) if "RELAZIONI" in code]
    row = await known(connection, admin, "RELAZIONI.LINGUA")
    assert row is not None
    assert not row.is_active
    await on(connection, admin, "RELAZIONI", TODAY)
    assert "RELAZIONI.LINGUA" in await listed(connection, admin, admin.ente_id, day=TODAY)


async def test_an_ente_may_offer_what_its_ambito_does_not(
    connection: AsyncConnection, territory: Territory, admin: Operator, ambito_admin: Operator
) -> None:
    await off(connection, ambito_admin, "SICUREZZA.SFRUTTAMENTO", TODAY)
    assert "SICUREZZA.SFRUTTAMENTO" not in await listed(connection, admin, admin.ente_id, day=TODAY)
    await on(connection, admin, "SICUREZZA.SFRUTTAMENTO", TODAY)
    assert "SICUREZZA.SFRUTTAMENTO" in await listed(connection, admin, admin.ente_id, day=TODAY)
    assert "SICUREZZA.SFRUTTAMENTO" not in await listed(connection, SYSTEM, territory.neighbour_id, day=TODAY)


async def test_switching_on_again_leaves_the_past_as_it_was(connection: AsyncConnection, admin: Operator) -> None:
    await off(connection, admin, "ABITARE.RICERCA", date(2026, 3, 1))
    await on(connection, admin, "ABITARE.RICERCA", date(2026, 11, 1))
    for day in (date(2025, 1, 1), date(2026, 11, 28)):
        assert "ABITARE.RICERCA" in await listed(connection, admin, admin.ente_id, day=day)


async def test_a_code_has_its_days(connection: AsyncConnection, admin: Operator) -> None:
    code = await a_code(connection, admin, "Bando sport", starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 31))
    for day, is_there in ((date(2025, 12, 31), False), (date(2026, 3, 31), True), (date(2026, 4, 1), False)):
        assert (code in await listed(connection, admin, admin.ente_id, day=day)) is is_there


async def test_codes_that_are_history_are_known_and_not_offered(connection: AsyncConnection, admin: Operator) -> None:
    assert "AUT_GIUDIZIARIA" not in await listed(connection, admin, admin.ente_id, "accesso_interlocutore")
    row = await known(connection, admin, "AUT_GIUDIZIARIA", "accesso_interlocutore")
    assert row is not None
    assert row.label == "Autorità giudiziaria"


async def test_an_ente_gives_a_shipped_service_its_own_national_code(
    connection: AsyncConnection, admin: Operator
) -> None:
    facts = {"list_name": "servizio_richiesto", "label": "Corso di italiano", "siuss": "A2.17"}
    await changed(connection, admin, "OCCUPAZIONE.ITALIANO", **facts)
    row = await known(connection, admin, "OCCUPAZIONE.ITALIANO", "servizio_richiesto")
    assert row is not None
    assert row.attributes == {"siuss": "A2.17"}
