"""Agendas: weeks, hours, closures, needs, resources, measures."""

from typing import Any

from backoffice.agenda_measures.controller import AgendaMeasureController
from backoffice.agendas.controller import AgendaController, OneAgendaController
from backoffice.agendas.extra import ExtraOpeningController
from backoffice.agendas.hours import AgendaHoursController
from backoffice.appointment_needs.controller import NeedController
from backoffice.closures.controller import ClosureController, OneClosureController
from backoffice.resources.controller import ResourceController

HANDLERS: tuple[Any, ...] = (
    AgendaController,
    OneAgendaController,
    AgendaHoursController,
    ExtraOpeningController,
    ClosureController,
    OneClosureController,
    AgendaMeasureController,
    NeedController,
    ResourceController,
)
