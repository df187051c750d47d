"""Wrong SAML answers on request: what a broken or hostile provider might send."""

from enum import StrEnum


class SamlMisbehaviour(StrEnum):
    """One way to be wrong; handed to `create_app`, or chosen on the screen."""

    FOREIGN_KEY = "foreign_key"
    TAMPERED = "tampered"
    UNSIGNED_ASSERTION = "unsigned_assertion"
    UNSIGNED = "unsigned"
    OTHER_ISSUER = "other_issuer"
    OTHER_AUDIENCE = "other_audience"
    OTHER_DESTINATION = "other_destination"
    OTHER_RECIPIENT = "other_recipient"
    OTHER_REQUEST = "other_request"
    UNSOLICITED = "unsolicited"
    OTHER_RELAY_STATE = "other_relay_state"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    LOWER_LEVEL = "lower_level"
    UNKNOWN_LEVEL = "unknown_level"
    REPLAYED = "replayed"
    TWO_ASSERTIONS = "two_assertions"
    WRAPPED = "wrapped"
    WITHOUT_KEY_ATTRIBUTE = "without_key_attribute"
    WITHOUT_ATTRIBUTES = "without_attributes"
    DOUBLED_ATTRIBUTE = "doubled_attribute"
    COMMENT_IN_VALUE = "comment_in_value"
    DOCUMENT_TYPE = "document_type"


_M = SamlMisbehaviour
LABELS = {
    _M.FOREIGN_KEY: "Firma con una chiave sconosciuta",
    _M.TAMPERED: "Risposta cambiata dopo la firma",
    _M.UNSIGNED_ASSERTION: "Firmata solo la busta, non i dati",
    _M.UNSIGNED: "Nessuna firma",
    _M.OTHER_ISSUER: "Mittente diverso",
    _M.OTHER_AUDIENCE: "Dati per un altro servizio",
    _M.OTHER_DESTINATION: "Destinazione diversa",
    _M.OTHER_RECIPIENT: "Destinatario diverso nei dati",
    _M.OTHER_REQUEST: "Risposta a un'altra richiesta",
    _M.UNSOLICITED: "Risposta a nessuna richiesta",
    _M.OTHER_RELAY_STATE: "Stato (RelayState) diverso",
    _M.EXPIRED: "Risposta scaduta",
    _M.NOT_YET_VALID: "Risposta non ancora valida",
    _M.LOWER_LEVEL: "Livello più basso di quello chiesto",
    _M.UNKNOWN_LEVEL: "Livello che non esiste",
    _M.REPLAYED: "Ultima risposta mandata due volte",
    _M.TWO_ASSERTIONS: "Due persone nella stessa risposta",
    _M.WRAPPED: "Dati falsi attorno a una firma vera",
    _M.WITHOUT_KEY_ATTRIBUTE: "Senza il codice della persona",
    _M.WITHOUT_ATTRIBUTES: "Senza nessun dato",
    _M.DOUBLED_ATTRIBUTE: "Codice della persona due volte",
    _M.COMMENT_IN_VALUE: "Commento dentro il codice della persona",
    _M.DOCUMENT_TYPE: "Documento XML con DTD",
}

ANOMALIES = {
    19: "19: troppi tentativi con dati sbagliati",
    20: "20: nessuna credenziale del livello chiesto",
    21: "21: tempo scaduto",
    22: "22: consenso negato",
    23: "23: identità sospesa o revocata",
    25: "25: accesso annullato",
    30: "30: identità digitale non personale",
}
"""The anomalies of the SPID rules that a person may cause, by number, with the words for the screen."""
