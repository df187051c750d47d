"""Fills a database with the demonstration: the Ambito Valle Serena, its people and their stories. Repeatable."""

from datetime import date, timedelta
from uuid import UUID

from domain.access.actions.set_credentials import SetCredentials, set_credentials
from domain.catalogue.seeds.example_limits import example_limits
from domain.catalogue.seeds.starting_services import publish_starting_services
from domain.commands.demonstration.accounts import DemoAccounts, DemoCitizen, DemoOperator
from domain.commands.stories.agendas import open_agendas
from domain.commands.stories.applications import STORIES
from domain.commands.stories.appointments import book_appointments
from domain.commands.stories.archive import fill_archive
from domain.commands.stories.bandi import open_calls
from domain.commands.stories.care_plans import make_plans
from domain.commands.stories.contacts import choose_contacts
from domain.commands.stories.desk import receive_people
from domain.commands.stories.invitations import invite_people
from domain.commands.stories.life import SYSTEM, Bind, live, react_to_all
from domain.commands.stories.rights import give_rights
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import portal_of
from domain.organization.seeds.found_valley import Valley, found_valley
from domain.organization.seeds.staff import PASSWORD, PROTECTED_READERS, STAFF, DemoColleague
from domain.organization.seeds.valley import AMBITO, BRIDGE, OFFICES
from domain.platform.work import UnitOfWork, unit_of_work
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from domain.registry.seeds.codes import NOWHERE, invented_codice_fiscale
from domain.registry.seeds.settle_people import HOMES, settle_people
from domain.registry.seeds.story import Somebody

OPENED_DAYS_AGO = 120
NEWCOMER = DemoCitizen(
    codice_fiscale=invented_codice_fiscale("Zambelli", "Ornella", date(1988, 5, 17), "F"),
    given_name="Ornella",
    family_name="Zambelli",
    born_on=date(1988, 5, 17),
    sex="F",
    birthplace_code=NOWHERE,
    email="ornella.zambelli@posta.example",
    story="È appena arrivata in valle: nessun ufficio la conosce ancora.",
)
SHOWN_FIRST = ("Fatima El Amrani", "Maria Rosa Fontanelli", "Stefano Brunelli", "Oksana Melnyk", "Paola Serafini")


async def seed_demo(bind: Bind = None) -> DemoAccounts:
    """Add what is missing and say who one can be. The second time there is nothing to add.

    The valley comes in one transaction, each story in its own: stopped half-way, the next call goes on from there.
    """
    now = utcnow()
    async with unit_of_work(SYSTEM, bind=bind) as work:
        ambito_id = await _valley(work)
    await react_to_all(bind)
    await open_agendas(ambito_id, bind)
    for story in STORIES:
        await live(story, ambito_id, now, bind)
    await give_rights(ambito_id, now, bind)
    await make_plans(ambito_id, now, bind)
    await choose_contacts(ambito_id, bind)
    await receive_people(now, bind)
    await fill_archive(ambito_id, now, bind)
    await open_calls(now, bind)
    await book_appointments(ambito_id, now, bind)
    await invite_people(ambito_id, now, bind)
    return accounts()


def accounts() -> DemoAccounts:
    """Who one can be: the citizens with a story, those worth showing first; the operators with their secrets."""
    people = {one.key: one for home in HOMES for one in home.people if one.story}
    names = dict.fromkeys([*SHOWN_FIRST, *people])
    return DemoAccounts(
        portal_ente=AMBITO,
        password=PASSWORD,
        citizens=(*(_citizen(people[name]) for name in names), NEWCOMER),
        operators=tuple(_operator(one) for one in STAFF),
    )


async def _valley(work: UnitOfWork) -> UUID:
    try:
        return (await portal_of(work, "", AMBITO)).ente.id
    except NotFound:
        valley = await found_valley(work, SYSTEM)
    readers = [valley.operators[name] for name in PROTECTED_READERS]
    await settle_people(work, SYSTEM, valley.enti, ambito_id=valley.ambito_id, readers=readers)
    await _let_in(work, valley)
    await _open_services(work, valley)
    return valley.ambito_id


async def _let_in(work: UnitOfWork, valley: Valley) -> None:
    for one in STAFF:
        await set_credentials(
            work,
            SetCredentials(
                operator_id=valley.operators[f"{one.given_name} {one.family_name}"],
                password=PASSWORD,
                totp_secret=one.totp_secret,
            ),
        )


async def _open_services(work: UnitOfWork, valley: Valley) -> None:
    """The services were on offer before anybody in the stories asked for them."""
    told, work.now = work.now, work.now - timedelta(days=OPENED_DAYS_AGO)
    with as_of(work.now):
        for slug, ente_id in valley.enti.items():
            if slug != BRIDGE:
                await publish_starting_services(work, SYSTEM, ente_id, example_limits())
                await publish_starting_procedures(work, SYSTEM, ente_id)
    work.now = told


def _citizen(one: Somebody) -> DemoCitizen:
    if one.codice_fiscale is None or one.born_on is None or one.sex is None:
        raise ValueError(f"{one.key} cannot sign in")
    return DemoCitizen(
        codice_fiscale=one.codice_fiscale,
        given_name=one.given_name,
        family_name=one.family_name,
        born_on=one.born_on,
        sex=one.sex,
        birthplace_code=NOWHERE,
        email=one.email,
        story=one.story,
        language=one.language,
    )


def _operator(one: DemoColleague) -> DemoOperator:
    offices = {office.key: office.name for office in OFFICES}
    roles = ", ".join(str(role.label) for role in one.roles)
    return DemoOperator(
        email=one.email,
        full_name=f"{one.given_name} {one.family_name}",
        role=roles,
        office=offices[one.office],
        totp_secret=one.totp_secret,
    )
