"""The coded lists the program knows: their names, titles and sources. Their codes are rows, these are not."""

from dataclasses import dataclass

from domain.kernel.text import Text, _
from domain.organization.terms import CodeSource


@dataclass(frozen=True)
class CodeList:
    """A coded list.

    ``is_long``: searched while typing, never shown whole. ``has_classes``: its codes stand under classes.
    ``marks``: what else is known of each of its codes, by the name under which it is kept.
    """

    name: str
    title: Text
    source: CodeSource
    is_long: bool = False
    has_classes: bool = False
    marks: tuple[str, ...] = ()


_ACCESS = (
    CodeList("accesso_modalita", _("Modi in cui una persona si rivolge a noi"), CodeSource.SISO),
    CodeList("accesso_interlocutore", _("Chi si presenta allo sportello"), CodeSource.SISO),
    CodeList("accesso_motivo", _("Motivi dell'accesso"), CodeSource.SISO),
    CodeList("bisogno", _("Bisogni"), CodeSource.OURS, has_classes=True, marks=("is_economic",)),
    CodeList("servizio_richiesto", _("Servizi richiesti"), CodeSource.OURS, has_classes=True, marks=("siuss", "istat")),
    CodeList("tipo_ente_esterno", _("Tipi di organizzazione esterna"), CodeSource.OURS),
    CodeList("triage_voci", _("Voci del triage"), CodeSource.SISO, marks=("most",)),
    CodeList(
        "abitazione_intermediazione_liste",
        _("Scheda sulla ricerca della casa"),
        CodeSource.SISO,
        has_classes=True,
    ),
    CodeList(
        "fabbisogno_abitativo_chiusura",
        _("Perché finisce la ricerca di una casa"),
        CodeSource.OURS,
        has_classes=True,
    ),
    CodeList("documento_sottocartella", _("Cartelle dell'archivio dei documenti"), CodeSource.SISO),
    CodeList("orientamento_lavoro_liste", _("Scheda sull'orientamento al lavoro"), CodeSource.SISO, has_classes=True),
)

_PLANS = (
    CodeList("pai_tipo", _("Tipi di progetto personalizzato"), CodeSource.SISO),
    CodeList("pai_ambito", _("Ambiti di vita degli obiettivi"), CodeSource.OURS),
    CodeList("pai_chiusura", _("Perché finisce un progetto personalizzato"), CodeSource.OURS),
)

_SERVICES = (CodeList("siuss_benefits", _("Prestazioni sociali del casellario (SIUSS)"), CodeSource.INPS),)

_PEOPLE = (
    CodeList("stato_civile", _("Stato civile"), CodeSource.NATIONAL),
    CodeList("titolo_studio", _("Titoli di studio"), CodeSource.NATIONAL),
    CodeList("condizione_lavorativa", _("Condizione lavorativa"), CodeSource.SISO),
    CodeList("tipo_contratto_lavoro", _("Contratti di lavoro"), CodeSource.INPS),
    CodeList("tipo_documento_identita", _("Documenti di identità"), CodeSource.INPS),
    CodeList("anpr_parentela", _("Parentela nella famiglia anagrafica"), CodeSource.ANPR),
    CodeList("famiglia_tipo", _("Tipi di famiglia"), CodeSource.SISO),
    CodeList("autosufficienza", _("Autosufficienza"), CodeSource.SISO),
    CodeList("categoria_sociale", _("Categorie sociali"), CodeSource.SISO),
    CodeList("fse_vulnerabilita", _("Vulnerabilità per il Fondo sociale europeo"), CodeSource.SISO),
    CodeList("protezione_giuridica", _("Protezione giuridica"), CodeSource.SISO),
    CodeList("tribunale_struttura", _("Uffici giudiziari"), CodeSource.SISO),
    CodeList("cancellazione_anagrafica_tipo", _("Motivi di cancellazione dall'anagrafe"), CodeSource.NATIONAL),
)

_FROM_ABROAD = (
    CodeList("permesso_soggiorno_tipo", _("Tipi di titolo di soggiorno"), CodeSource.INPS),
    CodeList("permesso_soggiorno_stato", _("Situazione del titolo di soggiorno"), CodeSource.SISO),
    CodeList("permesso_soggiorno_motivi", _("Motivi del titolo di soggiorno"), CodeSource.INPS),
    CodeList("straniero_arrivo", _("Arrivo in Italia"), CodeSource.SISO),
    CodeList("lingua_livello", _("Conoscenza dell'italiano"), CodeSource.SISO),
)

_PLACES = (
    CodeList("comuni", _("Comuni"), CodeSource.ANPR, is_long=True, marks=("province", "istat")),
    CodeList("stati_esteri", _("Stati esteri"), CodeSource.ANPR, is_long=True, marks=("iso3",)),
)

CODE_LISTS: dict[str, CodeList] = {
    one.name: one for one in (*_ACCESS, *_SERVICES, *_PLANS, *_PEOPLE, *_FROM_ABROAD, *_PLACES)
}
