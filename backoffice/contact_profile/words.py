"""How somebody is safely reached, in whole sentences for who is about to contact them."""

from domain.correspondence.queries.contact_profiles import SafeContact, as_hour
from domain.correspondence.terms import ContactWay
from domain.organization.terms import WEEKDAYS
from web.locale import gettext, sentence


def warnings_of(safe: SafeContact) -> list[str]:
    """What to mind before contacting the person; nothing when there is nothing to be careful about."""
    found: list[str] = []
    if hours := safe.hours:
        days = ", ".join(sentence(WEEKDAYS[day]) for day in sorted(hours.days))
        span = {"days": days, "starts": as_hour(hours.starts), "ends": as_hour(hours.ends)}
        found.append(gettext("Contattare solo %(days)s, dalle %(starts)s alle %(ends)s.") % span)
    if safe.never:
        ways = ", ".join(sentence(way.label) for way in ContactWay if way in safe.never)
        found.append(gettext("Mai in questi modi: %(ways)s.") % {"ways": ways})
    if safe.is_phone_shared:
        found.append(gettext("Il telefono lo vedono anche altri: non lasciare messaggi che dicono chi sei."))
    if safe.is_mail_shared:
        found.append(gettext("La posta elettronica la leggono anche altri."))
    if safe.is_sender_neutral:
        found.append(gettext("Nessuno deve capire che la cercano i servizi sociali."))
    if safe.is_hidden:
        found.append(gettext("Non parlarne con chi agisce per questa persona: i messaggi sono nascosti."))
    return found
