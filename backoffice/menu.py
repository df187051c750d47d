"""The menu of the back office, for who is signed in."""

from typing import Any

from domain.housing.terms import READING_ROLES
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES, CASE_ROLES, DESK_ROLES, MERGE_ROLES, REGISTER_ROLES, Role
from domain.procedure.terms.designing import DESIGN_ROLES
from domain.scheduling.queries.measures.measured_offices import MEASURING_ROLES
from web.locale import gettext as _
from web.visit import Visit

Groups = list[tuple[str, list[tuple[str, str]]]]


def navigation(visit: Visit, path: str) -> tuple[Any, ...]:
    """The groups of the menu for who is signed in: (heading, [(label, address, count, is current)])."""
    actor = visit.actor
    if not isinstance(actor, Operator):
        return ()
    groups = [*_at_the_desk(actor), *_of_the_office(actor), *_of_the_installation(actor)]
    return tuple(
        (heading, [(label, url, None, path.rstrip("/") == url) for label, url in entries])
        for heading, entries in groups
    )


def _at_the_desk(operator: Operator) -> Groups:
    """What who meets people needs."""
    groups: Groups = []
    if operator.has(*DESK_ROLES):
        groups.append(
            (
                _("Lavoro"),
                [
                    (_("Scrivania"), "/scrivania"),
                    (_("Istruttoria"), "/istruttoria"),
                    (_("Conversazioni"), "/conversazioni"),
                    (_("Bandi"), "/bandi"),
                    (_("Cerca"), "/cerca"),
                    (_("Tutele"), "/tutele"),
                ],
            )
        )
        at_desk = [(_("Appuntamenti"), "/appuntamenti")]
        at_desk += [(_("Accoglienza"), "/accoglienza"), (_("Chi aspetta"), "/accoglienza/attesa")]
        at_desk += [(_("Riconosci una persona"), "/riconoscimenti")]
        at_desk += [(_("Da richiamare"), "/richiamate"), (_("Cruscotto accessi"), "/accoglienza/cruscotto")]
        at_desk += [(_("Orientamento"), "/orientamento")]
        at_desk += [(_("Accessi da collegare"), "/collegamenti"), (_("Correzioni chieste"), "/rettifiche")]
        groups.append((_("Sportello"), [*at_desk, (_("Schede condivise"), "/condivisioni")]))
        registry = [(_("Cerca in anagrafe"), "/anagrafe"), (_("Differenze"), "/anagrafe/differenze")]
        twice = [(_("Schede doppie"), "/persone/doppi")] if operator.has(*MERGE_ROLES) else []
        groups.append((_("Anagrafe"), [*registry, (_("Organizzazioni"), "/organizzazioni"), *twice]))
    if operator.has(*READING_ROLES):
        groups.append((_("Casa"), [(_("Fabbisogni"), "/casa/fabbisogni")]))
    if operator.has(*CASE_ROLES):
        groups.append((_("Progetti"), [(_("Progetti (PAI)"), "/progetti"), (_("Verifiche"), "/progetti/verifiche")]))
        heads = [(_("Aperture"), "/emergenze/aperture")] if operator.has(Role.OFFICE_HEAD) else []
        groups.append((_("Urgenze"), [(_("Scheda protetta"), "/emergenze"), *heads]))
    elif operator.has(Role.PLANNER, Role.AMBITO_ADMIN):
        groups.append((_("Sportello"), [(_("Cruscotto accessi"), "/accoglienza/cruscotto")]))
    if operator.has(Role.THIRD_SECTOR):
        desk = [(_("Accoglienza"), "/accoglienza"), (_("Chi aspetta"), "/accoglienza/attesa")]
        desk += [(_("Orientamento"), "/orientamento")]
        receiving = [] if operator.has(*DESK_ROLES) else desk
        groups.append((_("Deleghe"), [*receiving, (_("Mandati"), "/mandati")]))
    return groups


def _of_the_office(operator: Operator) -> Groups:
    """Offices, desks, and one's own access."""
    desks = []
    if operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES):
        desks = [(_("Sportelli"), "/accoglienza/sportelli"), (_("Lettere dell'ente"), "/amministrazione/lettere")]
        desks += [(_("Cartelle dei documenti"), "/archivio/regole")]
    own = [(_("Avvisi"), "/avvisi"), (_("Cambia ufficio"), "/ufficio"), (_("Il mio accesso"), "/il-mio-accesso")]
    register = [(_("Protocollo"), "/protocollo")] if operator.has(*REGISTER_ROLES) else []
    return [(_("Ufficio"), [(_("Uffici"), "/uffici"), *desks, *register, *own]), *_agendas(operator)]


def _agendas(operator: Operator) -> Groups:
    """When people are received, for what, and how it goes."""
    week = [(_("Agende"), "/agende")] if operator.has(*DESK_ROLES, *ADMIN_ROLES) else []
    kept = [(_("Motivi"), "/amministrazione/motivi"), (_("Persone e stanze"), "/amministrazione/risorse")]
    measured = [(_("Misure"), "/agende/misure")] if operator.has(*MEASURING_ROLES) else []
    entries = [*week, *(kept if operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES) else []), *measured]
    return [(_("Appuntamenti"), entries)] if entries else []


def _of_the_installation(operator: Operator) -> Groups:
    """What administrators and the data protection officer look after."""
    groups: Groups = []
    procedures = [(_("Procedimenti"), "/procedimenti")]
    if operator.has(*ADMIN_ROLES):
        of_ente = [(_("Il tuo ente"), "/ente"), (_("Operatori"), "/operatori"), (_("Servizi"), "/servizi")]
        lists = [(_("Accessi"), "/amministrazione/accessi"), (_("Codici"), "/amministrazione/codici")]
        lists += [(_("Messaggi ai cittadini"), "/amministrazione/messaggi")]
        lists += [(_("Promemoria e proposte"), "/amministrazione/promemoria")]
        lists += [(_("Quanti appuntamenti"), "/amministrazione/prenotazioni")]
        lists += [(_("Risposte pronte"), "/amministrazione/risposte")]
        lists += [(_("Attestazioni"), "/amministrazione/attestazioni")]
        lists += [(_("Tipi di documento"), "/amministrazione/documenti")]
        bandi = [] if operator.has(*DESK_ROLES) else [(_("Bandi"), "/bandi")]
        kept = [(_("Conservazione"), "/conservazione"), (_("Bozze"), "/bozze"), (_("Importazioni"), "/importazioni")]
        groups.append((_("Amministrazione"), [*of_ente, *bandi, *lists, *procedures, *kept]))
    elif operator.has(*DESIGN_ROLES):
        bandi = [] if operator.has(*DESK_ROLES) else [(_("Bandi"), "/bandi")]
        groups.append((_("Amministrazione"), [(_("Servizi"), "/servizi"), *bandi, *procedures]))
    if operator.has(Role.AUDITOR):
        looked_at = [(_("Registro degli accessi"), "/registro"), (_("Schede protette"), "/emergenze/aperture")]
        looked_at += [(_("Correzioni chieste"), "/rettifiche"), (_("Conservazione"), "/conservazione")]
        groups.append((_("Controllo"), looked_at))
    if operator.has(Role.AMBITO_ADMIN):
        machinery = [(_("Lavori"), "/amministrazione/lavori"), (_("Interruttori"), "/amministrazione/interruttori")]
        groups.append((_("Impianto"), machinery))
    return groups
