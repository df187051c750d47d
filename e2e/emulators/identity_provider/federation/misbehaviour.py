"""Wrong answers of the demo federation on request; they count from the portal's next renewal."""

from enum import StrEnum


class FederationMisbehaviour(StrEnum):
    """One way to be wrong; handed to `create_app`, or chosen on the screen."""

    ANCHOR_SILENT = "anchor_silent"
    ANCHOR_FOREIGN_KEY = "anchor_foreign_key"
    ANCHOR_EXPIRED = "anchor_expired"
    STATEMENT_FOREIGN_KEY = "statement_foreign_key"
    STATEMENT_EXPIRED = "statement_expired"
    STATEMENT_OTHER_SUBJECT = "statement_other_subject"
    STATEMENT_OTHER_KEYS = "statement_other_keys"
    POLICY_UNKNOWN = "policy_unknown"
    POLICY_UNMET = "policy_unmet"
    PROVIDER_NOT_LISTED = "provider_not_listed"
    PROVIDER_EXPIRED = "provider_expired"
    PROVIDER_OTHER_ANCHOR = "provider_other_anchor"
    PROVIDER_WITHOUT_MARK = "provider_without_mark"
    PROVIDER_MARK_EXPIRED = "provider_mark_expired"
    PROVIDER_MARK_FOREIGN_KEY = "provider_mark_foreign_key"
    PARTY_MARK_REVOKED = "party_mark_revoked"
    PARTY_UNKNOWN = "party_unknown"


_M = FederationMisbehaviour
LABELS = {
    _M.ANCHOR_SILENT: "Il trust anchor non risponde",
    _M.ANCHOR_FOREIGN_KEY: "Il trust anchor firma con una chiave sconosciuta",
    _M.ANCHOR_EXPIRED: "La dichiarazione del trust anchor è scaduta",
    _M.STATEMENT_FOREIGN_KEY: "La dichiarazione sul provider ha una firma sconosciuta",
    _M.STATEMENT_EXPIRED: "La dichiarazione sul provider è scaduta",
    _M.STATEMENT_OTHER_SUBJECT: "La dichiarazione parla di un altro provider",
    _M.STATEMENT_OTHER_KEYS: "La dichiarazione nomina altre chiavi",
    _M.POLICY_UNKNOWN: "Regola sui metadati che non esiste",
    _M.POLICY_UNMET: "Il provider non rispetta le regole",
    _M.PROVIDER_NOT_LISTED: "Il provider non è in elenco",
    _M.PROVIDER_EXPIRED: "La dichiarazione del provider è scaduta",
    _M.PROVIDER_OTHER_ANCHOR: "Il provider nomina un altro trust anchor",
    _M.PROVIDER_WITHOUT_MARK: "Il provider non ha il trust mark",
    _M.PROVIDER_MARK_EXPIRED: "Il trust mark del provider è scaduto",
    _M.PROVIDER_MARK_FOREIGN_KEY: "Il trust mark del provider ha una firma sconosciuta",
    _M.PARTY_MARK_REVOKED: "Il trust mark del servizio è revocato",
    _M.PARTY_UNKNOWN: "Il servizio non fa più parte della federazione",
}
