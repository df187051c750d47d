"""Founds the valley: enti, offices with their hours, operators with their roles, all by the actions people use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel.actor import System
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.actions.set_opening_hours import SetOpeningHours, set_opening_hours
from domain.organization.seeds.staff import STAFF, DemoColleague
from domain.organization.seeds.valley import AMBITO, ENTI, OFFICES, DemoEnte, DemoOffice
from domain.organization.terms import EnteKind
from domain.platform.work import UnitOfWork

SINCE = date(2024, 1, 1)


@dataclass(frozen=True)
class Valley:
    """The ids of what was founded: enti by slug, offices by key, operators by name and surname."""

    enti: Mapping[str, UUID]
    offices: Mapping[str, UUID]
    operators: Mapping[str, UUID]

    @property
    def ambito_id(self) -> UUID:
        """The ambito."""
        return self.enti[AMBITO]


async def found_valley(work: UnitOfWork, system: System) -> Valley:
    """Found it all. To be done once: refuses SlugTaken when the valley is there."""
    enti: dict[str, UUID] = {}
    for one in ENTI:
        enti[one.slug] = await open_ente(work, system, _ente(one, enti.get(AMBITO)))
    offices = {one.key: await _office(work, system, one, enti[one.ente]) for one in OFFICES}
    places = {one.key: one.ente for one in OFFICES}
    operators = {
        f"{one.given_name} {one.family_name}": await _operator(work, system, one, enti[places[one.office]], offices)
        for one in STAFF
    }
    return Valley(enti, offices, operators)


def _ente(one: DemoEnte, ambito_id: UUID | None) -> OpenEnte:
    return OpenEnte(
        kind=one.kind,
        name=one.name,
        slug=one.slug,
        ambito_id=ambito_id,
        site_name=one.site_name,
        motto=one.motto,
        phone=one.phone,
        email=one.email,
        pec=one.pec,
        address=one.address,
        palette=one.palette,
        languages=one.languages,
        is_taking_mandates=one.kind is EnteKind.THIRD_SECTOR,
    )


async def _office(work: UnitOfWork, system: System, one: DemoOffice, ente_id: UUID) -> UUID:
    office_id = await open_office(
        work,
        system,
        OpenOffice(
            ente_id=ente_id,
            kind=one.kind,
            name=one.name,
            address=one.address,
            phone=one.phone,
            email=f"{one.key.replace('_', '.')}@valleserena.example",
            is_receiving_applications=one.is_receiving_applications,
        ),
    )
    hours = tuple(
        SetOpeningHours.Hours(weekday=weekday, opening_time=opening_time, closing_time=closing_time)
        for weekday, opening_time, closing_time in one.hours
    )
    await set_opening_hours(work, system, SetOpeningHours(office_id=office_id, hours=hours))
    return office_id


async def _operator(
    work: UnitOfWork, system: System, one: DemoColleague, ente_id: UUID, offices: Mapping[str, UUID]
) -> UUID:
    operator_id = await register_operator(
        work,
        system,
        RegisterOperator(
            ente_id=ente_id,
            given_name=one.given_name,
            family_name=one.family_name,
            email=one.email,
            codice_fiscale=one.codice_fiscale,
        ),
    )
    for key in filter(None, (one.office, one.second_office)):
        for role in one.roles:
            await assign_role(
                work, system, AssignRole(operator_id=operator_id, office_id=offices[key], role=role, starts_on=SINCE)
            )
    return operator_id
