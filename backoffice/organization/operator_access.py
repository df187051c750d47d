"""What administrators do about how operators sign in: invite, take a second factor away, ask for another password."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.credentials.ask_renewal import ask_renewal
from domain.access.actions.credentials.reset_second_factor import ResetSecondFactor, reset_second_factor
from domain.access.actions.credentials.set_password_policy import SetPasswordPolicy, set_password_policy
from domain.access.actions.links.cancel_invitation import cancel_invitation
from domain.access.actions.links.invite_operator import invite_operator
from domain.access.queries.credentials.password_policy import password_policy
from domain.kernel.roles import ADMIN_ROLES
from domain.organization.queries.operators import operator_card
from web.access import operator
from web.forms import bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class InvitationController(Controller):
    """The invitation of an operator."""

    path = "/operatori/{operator_id:uuid}/invito"

    @post("/", name="invitation.create", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Send it, once more if need be."""
        await invite_operator(work, operator, operator_id)
        return see_other(request, f"/operatori/{operator_id}")

    @post("/annullamento", name="invitation.delete", **operator(*ADMIN_ROLES, fresh=True))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Take it back."""
        await cancel_invitation(work, operator, operator_id)
        return see_other(request, f"/operatori/{operator_id}")


class SecondFactorController(Controller):
    """The second factor of an operator who has lost it."""

    path = "/operatori/{operator_id:uuid}/secondo-fattore"

    @get("/", name="second_factor", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator_id: FromPath[UUID]) -> Response[Any]:
        """The form."""
        card = await operator_card(work, operator_id)
        return page(request, "organization/second_factor.html", form=show(), card=card)

    @post("/", name="second_factor.delete", **operator(*ADMIN_ROLES, fresh=True))
    async def delete(
        self, request: Request[Any, Any, Any], operator: CurrentOperator, work: Work, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Take it away."""
        form = await bind(request, ResetSecondFactor, operator_id=operator_id)
        if form.command is None:
            card = await operator_card(work, operator_id)
            return page(request, "organization/second_factor.html", status=422, form=form, card=card)
        await reset_second_factor(operator, form.command, bind=request.app.state.get("bind"))
        return see_other(request, f"/operatori/{operator_id}")


class RenewalController(Controller):
    """Another password for an operator."""

    path = "/operatori/{operator_id:uuid}/rinnovo"

    @post("/", name="renewal.create", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Ask for it at the next sign-in."""
        await ask_renewal(work, operator, operator_id)
        return see_other(request, f"/operatori/{operator_id}")


class PasswordPolicyController(Controller):
    """What the ente asks of passwords."""

    path = "/operatori/regole"

    @get("/", name="password_policy", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The form."""
        policy = await password_policy(work, operator.ente_id)
        form = show({"greatest_age_days": policy.greatest_age_days})
        return page(request, "organization/password_policy.html", form=form, policy=policy)

    @post("/", name="password_policy.update", **operator(*ADMIN_ROLES, fresh=True))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Decide it."""
        form = await bind(request, SetPasswordPolicy)
        if form.command is None:
            policy = await password_policy(work, operator.ente_id)
            return page(request, "organization/password_policy.html", status=422, form=form, policy=policy)
        await set_password_policy(work, operator, form.command)
        return see_other(request, "/operatori/regole")
