"""Checking an attestation: the code on the paper, a button, yes or no. Looking at the address counts nothing."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.refusals import TooManyTries
from domain.intake.actions.attestations.check_attestation import CheckAttestation, check_attestation
from web.access import PUBLIC
from web.forms import show, typed
from web.locale import sentence
from web.rendering import page
from web.requests.address import address_of
from web.work import CurrentVisit, Work

LONGEST = 60


class AttestationCheckController(Controller):
    """For whoever was shown the paper."""

    path = "/verifica"

    @get("/", name="attestation_check.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """A box for the code."""
        return _page(request)

    @get("/{code:str}", name="attestation_check.show", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], code: FromPath[str]) -> Response[Any]:
        """The same with the code that was scanned: programs that open addresses by themselves learn nothing."""
        return _page(request, code=code[:LONGEST])

    @post("/", name="attestation_check.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """Whether it holds. Nothing was done: the answer is the page itself."""
        code = str((await typed(request)).value("code"))[:LONGEST]
        try:
            command = CheckAttestation(code=code, address=address_of(request))
            found = await check_attestation(work, visit.actor, command)
        except TooManyTries as refusal:
            await work.discard()
            return _page(request, code=code, status=429, problem=sentence(refusal.message))
        return _page(request, code=code, is_checked=True, found=found)


def _page(
    request: Request[Any, Any, Any],
    *,
    code: str = "",
    status: int = 200,
    problem: str = "",
    is_checked: bool = False,
    found: Any = None,
) -> Response[Any]:
    form = show({"code": code})
    if problem:
        form.errors["code"] = problem
    return page(request, "verification/show.html", status=status, form=form, is_checked=is_checked, found=found)
