"""The call for applications of the demonstration: open since some days, for a month; its points can be tried out."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from domain.catalogue.actions.bandi.change_bando import ChangeBando, change_bando
from domain.catalogue.actions.bandi.draft_bando import DraftBando, draft_bando
from domain.catalogue.actions.bandi.keep_criterion import KeepCriterion, TypedBand, keep_criterion
from domain.catalogue.actions.bandi.open_bando import OpenBando, open_bando
from domain.catalogue.queries.bandi.bandi_in_reach import bandi_in_reach
from domain.catalogue.rules.designing.lines import Line, Lines
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.commands.stories.life import Bind, operator_called
from domain.kernel.clock import as_of, day_of
from domain.kernel.text import _
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work

PLANNER = "Paolo Gherini"
DAYS_AGO, DAYS_OPEN = 5, 30
TITLE = _("Bando: ore di aiuto a casa in più")


async def open_calls(now: datetime, bind: Bind) -> None:
    """Write and publish it as the planner would; the second time it is there."""
    planner = await operator_called(PLANNER, bind)
    began = now - timedelta(days=DAYS_AGO)
    with as_of(began):
        async with unit_of_work(planner, bind=bind) as work:
            if (await bandi_in_reach(work, planner)).items:
                return
            drafted = DraftBando(title=Localised.of(TITLE).in_("it"), service_slug=HOME_CARE)
            bando_id = await draft_bando(work, planner, drafted)
            await change_bando(work, planner, _words(bando_id, day_of(began)))
            for criterion in (_alone(bando_id), _isee(bando_id)):
                await keep_criterion(work, planner, criterion)
            await open_bando(work, planner, OpenBando(bando_id=bando_id, seen_revision=4))


def _words(bando_id: UUID, day: date) -> ChangeBando:
    return ChangeBando(
        bando_id=bando_id,
        seen_revision=1,
        title=Localised.of(TITLE),
        summary=Localised.of(_("Per chi vive da solo e ha bisogno di qualche ora di aiuto in più.")),
        contacts=Localised.of(_("Chiama lo sportello sociale del tuo Comune.")),
        act="Determina n. 112",
        appeal="Come ed entro quando si fa ricorso è scritto nell'atto.",
        opens_on=day,
        opens_hour=time(0),
        closes_on=day + timedelta(days=DAYS_OPEN),
        closes_hour=time(12),
    )


def _alone(bando_id: UUID) -> KeepCriterion:
    return KeepCriterion(
        bando_id=bando_id,
        seen_revision=2,
        label=Localised.of(_("Vive da solo")),
        source="art. 4",
        points="3",
        condition=Lines(lines=(Line(question="lives_alone", value="yes"),)),
    )


def _isee(bando_id: UUID) -> KeepCriterion:
    return KeepCriterion(
        bando_id=bando_id,
        seen_revision=3,
        label=Localised.of(_("ISEE della famiglia")),
        source="art. 5",
        question="isee_amount",
        bands=(TypedBand(up_to="6000", points="5"), TypedBand(up_to="10000", points="2,5"), TypedBand(points="0")),
    )
