"""Who or what is not there, and when, as it stands in an address or in a form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from backoffice.agendas.paths import asked_day
from domain.kernel.actor import Operator
from domain.kernel.clock import ROME, midnight
from domain.kernel.roles import ADMIN_ROLES
from domain.kernel.text import Text, _
from domain.organization.queries.offices import office, offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.agendas.agendas_of import agendas_of
from domain.scheduling.queries.agendas.resources_of import resources_of
from web.forms import Form
from web.locale import gettext, sentence

FIELDS = ("di", "dal", "dalle", "al", "alle")
WHOLE_ENTE = "ente"
DAY = timedelta(days=1)
_HOUR = re.compile(r"^(\d{1,2})(?:[:.,](\d{2}))?$")


@dataclass(frozen=True)
class Asked:
    """At most one of the three keys; from when to when, in UTC."""

    whose: Mapping[str, UUID]
    starts_at: datetime
    ends_at: datetime


async def whose_choices(work: UnitOfWork, operator: Operator) -> list[tuple[str, str]]:
    """What this operator may close: for the fields of the form."""
    is_admin = operator.has(*ADMIN_ROLES)
    offices = (
        [one for one in await offices_of_all(work, operator, [operator.ente_id]) if one.is_open]
        if is_admin
        else [await office(work, operator.office_id)]
    )
    mine = [one for one in await resources_of(work, operator) if is_admin or one.office_id == operator.office_id]
    return [
        *([(WHOLE_ENTE, gettext("Tutto l'ente"))] if is_admin else []),
        *((f"ufficio-{one.id}", sentence(_("Ufficio: %(name)s", name=one.name))) for one in offices),
        *(
            (f"agenda-{one.id}", sentence(_("Agenda: %(name)s", name=one.name)))
            for one in await agendas_of(work, operator)
        ),
        *((f"risorsa-{one.id}", f"{sentence(one.kind.label)}: {one.name}") for one in mine if one.is_offered),
    ]


def understood(form: Form[Any]) -> Asked | None:
    """What is asked; None, with what is wrong beside the fields, when it cannot be understood."""
    whose = _whose(str(form.value("di")))
    if whose is None:
        form.refuse({"di": _("Scegli una delle risposte.")})
    first = _date(form, "dal")
    last = _date(form, "al") if form.value("al") else first
    opens, closes = _hour(form, "dalle"), _hour(form, "alle")
    if first is None or last is None or whose is None or form.errors:
        return None
    starts_at = _instant(first, opens) if opens else midnight(first)
    ends_at = _instant(last, closes) if closes else midnight(last + DAY)
    if ends_at <= starts_at:
        form.refuse({"al" if form.value("al") else "alle": _("La fine viene dopo l'inizio.")})
        return None
    return Asked(whose, starts_at, ends_at)


def _whose(text: str) -> dict[str, UUID] | None:
    kind, _dash, key = text.partition("-")
    names = {"ufficio": "office_id", "agenda": "agenda_id", "risorsa": "resource_id"}
    if text == WHOLE_ENTE:
        return {}
    try:
        return {names[kind]: UUID(key)}
    except (KeyError, ValueError):
        return None


def _date(form: Form[Any], name: str) -> date | None:
    day = asked_day(str(form.value(name)))
    if day is None:
        form.refuse({name: _SAID_DAY})
    return day


def _hour(form: Form[Any], name: str) -> time | None:
    text = str(form.value(name)).strip()
    if not text:
        return None
    found = _HOUR.match(text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        form.refuse({name: _SAID_HOUR})
        return None
    return time(int(found[1]), int(found[2] or 0))


def _instant(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ROME).astimezone(UTC)


_SAID_DAY: Text = _("Scrivi una data, per esempio 27 marzo 1948.")
_SAID_HOUR: Text = _("Scrivi un'ora, per esempio 9:30.")
