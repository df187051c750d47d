"""The page of an appointment, under its signed address: for who is signed in, or knows the surname."""

from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.refusals import TooManyTries
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.say_late import SayLate, say_late
from domain.scheduling.actions.booking.show_letters import ShowLetters, show_letters
from domain.scheduling.queries.booking.appointment_paper import appointment_paper
from domain.scheduling.queries.booking.appointment_sheet import (
    AppointmentSheet,
    appointment_calendar,
    appointment_sheet,
)
from domain.scheduling.refusals import WrongLetters
from portal.booking.kept_nowhere import kept_nowhere
from portal.booking.proof_cookie import proof_for, remembering_proof
from web.access import PUBLIC
from web.downloads import download
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.address import address_of
from web.visit import Visit
from web.work import CurrentVisit, Work

PATH = "/appuntamenti/{token:str}"
MAP = "https://www.openstreetmap.org/search"
"""A map that asks for no account: people go there, the page takes nothing from it."""
DONE = frozenset({"prenotato", "spostato", "disdetto", "ritardo", "accettato", "rifiutato"})


class AppointmentController(Controller):
    """One appointment."""

    path = PATH

    @get("/", name="appointment.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """When, where, what to bring; or the question that opens it."""
        sheet = await appointment_sheet(work, visit.actor, token, proof_for(request, token))
        if sheet is None:
            return _question(request, token, show())
        done = request.query_params.get("fatto", "")
        before = request.query_params.get("prima", "")
        done, path = done if done in DONE else "", f"/appuntamenti/{token}"
        place = urlencode({"query": f"{sheet.office.address}, {sheet.office.ente_name}"})
        shown = {"path": path, "done": done, "before": before, "map_url": f"{MAP}?{place}"}
        return kept_nowhere(page(request, "appointments/show.html", sheet=sheet, **shown))


class AppointmentProofController(Controller):
    """The first letters of the surname."""

    path = PATH + "/prova"

    @post("/", name="appointment_proof.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """They are right, and the page opens; or how to go on."""
        form = await bind(request, ShowLetters, token=token, address=address_of(request))
        if form.command is None:
            return _question(request, token, form, status=422)
        try:
            proof = await show_letters(work, visit.actor, form.command)
        except (WrongLetters, TooManyTries) as refusal:
            form.errors["letters"] = sentence(refusal.message)
            return _question(request, token, form, status=422)
        return remembering_proof(see_other(request, f"/appuntamenti/{token}"), proof.appointment_id, proof.value)


class AppointmentFileController(Controller):
    """The entry for a calendar."""

    path = PATH + "/calendario"

    @get("/", name="appointment_calendar.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[bytes]:
        """The iCalendar file."""
        proof = proof_for(request, token)
        content = await appointment_calendar(work, visit.actor, token, proof, visit.language.code)
        return download(content, "appuntamento.ics", "text/calendar; charset=utf-8")


class AppointmentPaperController(Controller):
    """The sheet to take along."""

    path = PATH + "/foglio"

    @get("/", name="appointment_paper.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[bytes]:
        """The PDF."""
        content = await appointment_paper(work, visit.actor, token, proof_for(request, token), visit.language.code)
        return download(content, "appuntamento.pdf", "application/pdf")


class LateController(Controller):
    """Coming late."""

    path = PATH + "/ritardo"

    @post("/", name="appointment_late.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """The office knows."""
        sheet = await opened(request, work, visit, token)
        await say_late(work, visit.actor, SayLate(appointment_id=sheet.id, proof=sheet.proof))
        return see_other(request, f"/appuntamenti/{token}?fatto=ritardo")


async def opened(request: Request[Any, Any, Any], work: UnitOfWork, visit: Visit, token: str) -> AppointmentSheet:
    """The appointment for who has shown who they are. Refuses NotFound to everybody else."""
    sheet = await appointment_sheet(work, visit.actor, token, proof_for(request, token))
    if sheet is None:
        raise NotFound
    return sheet


def _question(request: Request[Any, Any, Any], token: str, form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(request, "appointments/question.html", status=status, form=form, path=f"/appuntamenti/{token}")
