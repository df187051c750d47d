"""My children and the people whom a judge has entrusted to me: what is checked, what waits, and declaring it."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.declare_title import DECLARATIONS, DeclareTitle, declare_title
from domain.kernel.refusals import Invalid
from domain.registry.queries.guardianships import own_titles
from domain.registry.terms import GuardianshipKind
from web.access import CITIZEN
from web.forms import Form, bind, dates_and_file, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

BY_DECREE = (GuardianshipKind.GUARDIAN, GuardianshipKind.CURATOR, GuardianshipKind.SUPPORT_ADMINISTRATOR)


class RepresentedPersonController(Controller):
    """The titles that the citizen holds or has declared."""

    path = "/area-personale/persone"

    @get("/", name="represented.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """Each with what it lets one do; what was refused with the reason."""
        is_sent = request.query_params.get("mandata") == "1"
        return page(request, "people/list.html", titles=await own_titles(work, citizen), is_sent=is_sent)


class ChildController(Controller):
    """A minor child."""

    path = "/area-personale/persone/figlio"

    @get("/", name="represented.child.new", **CITIZEN)
    async def new(self, request: Request[Any, Any, Any]) -> Response[str]:
        """Who the child is, and the declaration."""
        return _child_page(request, show())

    @post("/", name="represented.child.create", **CITIZEN)
    async def create(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """Keep the declaration: an office will check it."""
        sent = await dates_and_file(request, "born_on")
        form = await bind(request, DeclareTitle, kind=GuardianshipKind.PARENT, content=None, **sent)
        refused = await _declare(work, citizen, form, is_parent=True)
        return _child_page(request, form, status=422) if refused else see_other(request, _DONE)


class DecreeController(Controller):
    """Somebody for whom a judge has appointed the citizen."""

    path = "/area-personale/persone/tutela"

    @get("/", name="represented.decree.new", **CITIZEN)
    async def new(self, request: Request[Any, Any, Any]) -> Response[str]:
        """Who the person is, and the decree."""
        return _decree_page(request, show())

    @post("/", name="represented.decree.create", **CITIZEN)
    async def create(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """Keep the request with the decree: an office will check it."""
        sent = await dates_and_file(request, "born_on", "decree_on", "ends_on", file="file")
        form = await bind(request, DeclareTitle, **sent)
        if form.command is not None and form.command.kind not in BY_DECREE:
            form.command = None
        refused = await _declare(work, citizen, form, has_decree="content" in sent)
        return _decree_page(request, form, status=422) if refused else see_other(request, _DONE)


_DONE = "/area-personale/persone?mandata=1"


async def _declare(
    work: Work,
    citizen: CurrentCitizen,
    form: Form[DeclareTitle],
    *,
    is_parent: bool = False,
    has_decree: bool = False,
) -> bool:
    """Whether the declaration was refused; the form then says everything that is to be put right, at once."""
    is_declared = bool(form.value("is_declared"))
    missing = DeclareTitle.missing(is_declared=is_declared, is_parent=is_parent, has_decree=has_decree)
    if form.command is None or missing:
        form.refuse(missing)
        return True
    try:
        await declare_title(work, citizen, form.command)
    except Invalid as refusal:
        await work.discard()
        form.refuse(refusal)
        return True
    return False


def _child_page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[str]:
    return page(request, "people/child.html", status=status, form=form, declaration=sentence(DECLARATIONS[True]))


def _decree_page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[str]:
    return page(
        request,
        "people/decree.html",
        status=status,
        form=form,
        kinds=[(kind.value, sentence(kind.label)) for kind in BY_DECREE],
        declaration=sentence(DECLARATIONS[False]),
    )
