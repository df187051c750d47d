"""What a column of a file may answer, for each kind of rows: the fields, and the headings by which they are guessed."""

from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.text import Text, _
from domain.legacy.terms import ArchiveKind


class CellShape(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    DAY = "day"
    CODE = "code"
    CODICE_FISCALE = "codice_fiscale"
    EMAIL = "email"
    PHONE = "phone"


class Words(StrEnum):
    """The words a coded column may use. Those of the lists of the ente have the list's name."""

    SEX = "sex"
    COUNTRIES = "countries"
    PLACES = "places"
    KINSHIP = "kinship"
    CASE_STATUS = "case_status"
    OUTCOME = "outcome"
    CIVIL_STATUS = "stato_civile"
    CHANNELS = "accesso_modalita"
    INTERLOCUTORS = "accesso_interlocutore"
    REASONS = "accesso_motivo"
    NEEDS = "bisogno"


@dataclass(frozen=True)
class ImportField:
    """A field that a column may answer, with ``most`` letters at most.

    ``headings`` are those by which it is guessed, written as databases write them, with lines for blanks.
    """

    name: str
    label: Text
    headings: tuple[str, ...]
    shape: CellShape = CellShape.TEXT
    words: Words | None = None
    most: int = 200
    example: str = ""


_WHO = (
    ImportField(
        "codice_fiscale",
        _("Codice fiscale"),
        ("codice_fiscale", "cod_fiscale", "codfisc", "cf", "c_f", "codicefiscale", "cod_fisc"),
        CellShape.CODICE_FISCALE,
        example="BNCMRA80A41H501W",
    ),
    ImportField(
        "external_id",
        _("Numero della persona nel vecchio archivio"),
        ("id", "id_persona", "id_utente", "codice_utente", "matricola", "chiave", "id_soggetto", "cod_utente"),
        most=100,
        example="U-0001",
    ),
)

PEOPLE = (
    ImportField("family_name", _("Cognome"), ("cognome", "surname", "last_name"), most=100, example="Bianchi"),
    ImportField("given_name", _("Nome"), ("nome", "nome_proprio", "name", "first_name"), most=100, example="Maria"),
    *_WHO,
    ImportField(
        "born_on",
        _("Data di nascita"),
        ("data_di_nascita", "data_nascita", "nato_il", "nata_il", "dt_nascita", "nascita", "datanascita"),
        CellShape.DAY,
        example="01/01/1980",
    ),
    ImportField(
        "birthplace",
        _("Comune o Stato di nascita"),
        ("comune_di_nascita", "luogo_di_nascita", "luogo_nascita", "comune_nascita", "nato_a", "stato_di_nascita"),
        CellShape.CODE,
        Words.PLACES,
        example="Roma",
    ),
    ImportField("sex", _("Sesso"), ("sesso", "genere", "sex", "s"), CellShape.CODE, Words.SEX, example="F"),
    ImportField(
        "citizenship",
        _("Cittadinanza"),
        ("cittadinanza", "nazionalita", "paese_di_cittadinanza"),
        CellShape.CODE,
        Words.COUNTRIES,
        example="Italia",
    ),
    ImportField("alias", _("Altro nome"), ("alias", "altro_nome", "soprannome", "detto"), most=100),
    ImportField("civil_status", _("Stato civile"), ("stato_civile", "statocivile"), CellShape.CODE, Words.CIVIL_STATUS),
    ImportField(
        "street",
        _("Via e numero"),
        ("indirizzo", "via", "via_e_numero", "residenza", "indirizzo_di_residenza", "indirizzo_residenza"),
        example="Via Roma 12",
    ),
    ImportField("postal_code", _("CAP"), ("cap", "codice_postale", "c_a_p"), most=10, example="00184"),
    ImportField(
        "city",
        _("Comune di residenza"),
        ("comune", "citta", "comune_di_residenza", "comune_residenza", "localita"),
        most=100,
        example="Roma",
    ),
    ImportField(
        "resident_since",
        _("Residente dal"),
        ("residente_dal", "data_residenza", "residenza_dal", "data_immigrazione"),
        CellShape.DAY,
    ),
    ImportField("phone", _("Telefono"), ("telefono", "tel", "telefono_fisso", "recapito_telefonico"), CellShape.PHONE),
    ImportField(
        "mobile", _("Cellulare"), ("cellulare", "cell", "mobile", "telefono_cellulare", "tel_2"), CellShape.PHONE
    ),
    ImportField("email", _("E-mail"), ("email", "e_mail", "mail", "posta_elettronica"), CellShape.EMAIL),
    ImportField(
        "died_on", _("Data di morte"), ("data_di_morte", "data_morte", "deceduto_il", "data_decesso"), CellShape.DAY
    ),
)

MEMBERS = (
    ImportField(
        "household_key",
        _("Numero del nucleo"),
        ("nucleo", "codice_nucleo", "id_nucleo", "numero_nucleo", "famiglia", "codice_famiglia", "id_famiglia"),
        most=100,
        example="N-001",
    ),
    *_WHO,
    ImportField(
        "kinship",
        _("Parentela con la persona di riferimento"),
        ("parentela", "grado_di_parentela", "rapporto_di_parentela", "relazione", "ruolo"),
        CellShape.CODE,
        Words.KINSHIP,
        example="Capofamiglia",
    ),
    ImportField("starts_on", _("Dal"), ("dal", "data_inizio", "inizio", "da", "nel_nucleo_dal"), CellShape.DAY),
    ImportField("ends_on", _("Al"), ("al", "data_fine", "fine", "a", "nel_nucleo_fino_al"), CellShape.DAY),
)

SHEETS = (
    ImportField(
        "contact_on",
        _("Giorno del contatto"),
        ("data", "data_accesso", "data_contatto", "giorno", "data_scheda", "data_del_contatto"),
        CellShape.DAY,
        example="15/03/2019",
    ),
    *_WHO,
    ImportField("sheet_key", _("Numero della scheda"), ("scheda", "numero_scheda", "n_scheda", "id_scheda"), most=100),
    ImportField("channel", _("Come"), ("modalita", "modo", "canale", "come"), CellShape.CODE, Words.CHANNELS),
    ImportField(
        "interlocutor",
        _("Chi ha parlato con noi"),
        ("interlocutore", "chi", "richiedente", "chi_si_presenta"),
        CellShape.CODE,
        Words.INTERLOCUTORS,
    ),
    ImportField("reason", _("Motivo"), ("motivo", "motivo_accesso"), CellShape.CODE, Words.REASONS),
    ImportField("need", _("Bisogno"), ("bisogno", "problema", "tipo_bisogno"), CellShape.CODE, Words.NEEDS),
    ImportField("outcome", _("Come è finito"), ("esito", "esito_scheda"), CellShape.CODE, Words.OUTCOME),
    ImportField("words", _("Che cosa ha chiesto"), ("richiesta", "descrizione", "note", "testo", "oggetto"), most=2000),
)

CASES = (
    *_WHO,
    ImportField(
        "case_key", _("Numero della vecchia cartella"), ("cartella", "numero_cartella", "n_cartella"), most=100
    ),
    ImportField(
        "opened_on",
        _("Aperta il"),
        ("data_apertura", "aperta_il", "data_presa_in_carico", "apertura", "data"),
        CellShape.DAY,
        example="10/02/2018",
    ),
    ImportField(
        "status",
        _("A che punto è"),
        ("stato", "stato_cartella", "situazione"),
        CellShape.CODE,
        Words.CASE_STATUS,
        example="Chiuso",
    ),
    ImportField("words", _("Note"), ("note", "descrizione", "annotazioni", "sintesi"), most=5000),
)

FIELDS: dict[ArchiveKind, tuple[ImportField, ...]] = {
    ArchiveKind.PEOPLE: PEOPLE,
    ArchiveKind.MEMBERS: MEMBERS,
    ArchiveKind.SHEETS: SHEETS,
    ArchiveKind.CASES: CASES,
}

NEEDED: dict[ArchiveKind, tuple[tuple[str, ...], ...]] = {
    ArchiveKind.PEOPLE: (("family_name", "alias"),),
    ArchiveKind.MEMBERS: (("household_key",), ("kinship",), ("codice_fiscale", "external_id")),
    ArchiveKind.SHEETS: (("contact_on",),),
    ArchiveKind.CASES: (("codice_fiscale", "external_id"), ("opened_on",)),
}
"""Of each group, one column at least is needed."""


def field_of(kind: ArchiveKind, name: str) -> ImportField:
    """The field called ``name``; KeyError when the kind has none."""
    return next(one for one in FIELDS[kind] if one.name == name)
