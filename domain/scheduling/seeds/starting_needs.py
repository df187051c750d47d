"""The reasons for which people come, with which an ambito starts; each ente changes them as it likes."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import Actor
from domain.kernel.languages import LANGUAGES
from domain.kernel.text import Text, _
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.set_need import SetNeed, set_need
from domain.scheduling.terms import Manner

TALK, MONEY, PAPERS, HOME, NEWCOMERS, SAFE = (
    "parlare-con-il-sociale",
    "aiuto-economico",
    "portare-documenti",
    "aiuto-in-casa",
    "venire-da-un-altro-paese",
    "non-mi-sento-al-sicuro",
)


@dataclass(frozen=True)
class StartingNeed:
    """A reason, how long it takes and how people can meet for it."""

    slug: str
    name: Text
    explanation: Text
    minutes: int
    manners: tuple[Manner, ...]
    to_bring: tuple[Text, ...] = ()
    is_discreet: bool = False


IDENTITY = _("Un documento d'identità e la tessera sanitaria.")
NEEDS = (
    StartingNeed(
        TALK,
        _("Parlare con qualcuno dei servizi sociali"),
        _("Racconti che cosa succede e capisci insieme a noi quale aiuto c'è."),
        30,
        (Manner.IN_PERSON, Manner.PHONE, Manner.VIDEO),
        (IDENTITY,),
    ),
    StartingNeed(
        MONEY,
        _("Chiedere un aiuto economico"),
        _("Vediamo insieme quali aiuti puoi chiedere e prepariamo la domanda."),
        30,
        (Manner.IN_PERSON, Manner.PHONE),
        (IDENTITY, _("L'attestazione ISEE, se ce l'hai già.")),
    ),
    StartingNeed(
        PAPERS,
        _("Portare i documenti di una domanda"),
        _("Consegni i documenti che mancano, o fai correggere qualcosa."),
        15,
        (Manner.IN_PERSON,),
        (IDENTITY, _("Il numero della domanda.")),
    ),
    StartingNeed(
        HOME,
        _("Aiuto in casa per una persona anziana o con disabilità"),
        _("Un assistente sociale ascolta di che cosa c'è bisogno, in ufficio o a casa."),
        60,
        (Manner.IN_PERSON, Manner.HOME),
        (_("I certificati medici, se ci sono."),),
    ),
    StartingNeed(
        NEWCOMERS,
        _("Capire i servizi se vieni da un altro Paese"),
        _("Ti spieghiamo i servizi e i documenti. Se vuoi, c'è una persona che parla la tua lingua."),
        30,
        (Manner.IN_PERSON, Manner.PHONE),
        (_("Il passaporto o il permesso di soggiorno, se ce l'hai."),),
    ),
    StartingNeed(
        SAFE,
        _("Non mi sento al sicuro"),
        _("Puoi parlare con una persona esperta. Nei messaggi non scriviamo di che cosa si tratta."),
        60,
        (Manner.IN_PERSON, Manner.PHONE),
        is_discreet=True,
    ),
)


async def start_with_needs(work: UnitOfWork, actor: Actor, ente_id: UUID) -> Mapping[str, UUID]:
    """The needs by slug, in every language that the catalogues of translations have today. Refuses NameTaken."""
    return {
        one.slug: await set_need(
            work,
            actor,
            SetNeed(
                ente_id=ente_id,
                slug=one.slug,
                name=Localised.of(one.name),
                explanation=Localised.of(one.explanation),
                to_bring=_listed(one.to_bring),
                minutes=one.minutes,
                manners=one.manners,
                is_discreet=one.is_discreet,
                position=position,
            ),
        )
        for position, one in enumerate(NEEDS)
    }


def _listed(things: tuple[Text, ...]) -> dict[str, tuple[str, ...]]:
    """Language to the things in it; a language has the list when it has one of them."""
    spoken = [Localised.of(thing) for thing in things]
    codes = [one.code for one in LANGUAGES if any(one.code in thing.root for thing in spoken)]
    return {code: tuple(thing.in_(code) for thing in spoken) for code in codes}
