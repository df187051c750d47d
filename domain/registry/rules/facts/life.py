"""How somebody lives: languages, education, work, home."""

from domain.kernel.text import _
from domain.registry.rules.facts.value import Day, FactValue, Number, code, day, line, long, number, yes_no
from domain.registry.terms import FactKind


class Languages(FactValue):
    """The languages somebody speaks, and whether a mediator is needed."""

    kind = FactKind.LANGUAGE

    spoken: str = line(_("Lingue che parla"), hint=_("Separate da una virgola."))
    italian_level: str = code(_("Livello di italiano"), "lingua_livello")
    needs_mediator: bool = yes_no(_("Serve un mediatore"))


class Education(FactValue):
    """Title of study, and the school or course attended now."""

    kind = FactKind.EDUCATION

    title: str = code(_("Titolo di studio"), "titolo_studio")
    school: str = line(_("Scuola o corso che frequenta"))
    wants: str = line(_("Corsi che chiede"))


class Work(FactValue):
    """Working condition, contract and trade."""

    kind = FactKind.WORK

    condition: str = code(_("Condizione lavorativa"), "condizione_lavorativa")
    contract: str = code(_("Contratto"), "tipo_contratto_lavoro")
    trade: str = line(_("Mestiere"))
    employer: str = line(_("Datore di lavoro"))
    looking_since: Day = day(_("Cerca lavoro dal"))


class Housing(FactValue):
    """The home: by which right it is held, how many rooms, what is wrong with it."""

    kind = FactKind.HOUSING

    held_by: str = line(_("A che titolo abita la casa"), hint=_("Affitto, proprietà, ospite, casa popolare…"))
    rent: Number = number(_("Affitto al mese, in euro"))
    rooms: Number = number(_("Stanze"), most=50)
    is_eviction: bool = yes_no(_("Sfratto in corso"))
    trouble: str = long(_("Che cosa non va nella casa"))


class Autonomy(FactValue):
    """Whether somebody manages alone, and what makes them fragile."""

    kind = FactKind.AUTONOMY

    level: str = code(_("Autosufficienza"), "autosufficienza")
    fragility: str = code(_("Condizione di fragilità"), "fse_vulnerabilita")
    words: str = long(_("Nota"))
