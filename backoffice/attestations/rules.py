"""What the attestations of the ente say."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.intake.actions.attestations.set_attestation_rules import SetAttestationRules, set_attestation_rules
from domain.intake.queries.attestations.attestation_rules import attestation_rules
from domain.kernel.roles import ADMIN_ROLES
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/attestazioni"


class AttestationRulesController(Controller):
    """Two choices of the ente."""

    path = PATH

    @get("/", name="attestation_rules", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As they are."""
        rules = (await attestation_rules(work, [operator.ente_id]))[operator.ente_id]
        known = {"is_charge_told": rules.is_charge_told or None, "is_registered": rules.is_registered or None}
        is_saved = request.query_params.get("salvato") == "1"
        return page(request, "attestations/rules.html", form=show(known), is_saved=is_saved)

    @post("/", name="attestation_rules.update", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As they are from now on."""
        form = await bind(request, SetAttestationRules)
        if await attempt(work, operator, form, set_attestation_rules, "is_charge_told"):
            return see_other(request, f"{PATH}?salvato=1")
        return page(request, "attestations/rules.html", status=422, form=form, is_saved=False)
