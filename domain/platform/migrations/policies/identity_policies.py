"""What the second migration does besides tables and columns: words, policies, grants. Frozen once released."""

from collections.abc import Iterable

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.policies.delegation_policies import protect_delegations
from domain.platform.migrations.row_security import EVERYWHERE, KNOWN, SYSTEM, grant, guard, in_family, in_reach, own


def prepare() -> None:
    """Before the tables: sessions of the old kind end, and words that grew are let in."""
    op.execute("DELETE FROM access.session")
    op.execute("DELETE FROM access.sign_in_request")
    _words("access.session", "end_reason", "session_end", ("signed_out", "replaced", "revoked", "provider"))


def protect() -> None:
    """After the tables: policies and grants."""
    for table in ("identity_provider", "used_answer", "own_statement"):
        guard(f"access.{table}", EVERYWHERE)
    _credentials()
    _protected_people()
    protect_delegations()
    _desk()
    for schema in ("access", "intake", "organization", "registry"):
        grant(schema)
    _register()


def _desk() -> None:
    """Recognitions are seen where the person is known; codes by the program alone; requests come from anybody."""
    guard("access.identification", f"{in_reach()} AND {KNOWN.format(column='person_id')}")
    guard("access.account_link", f"{in_reach()} AND {KNOWN.format(column='from_person_id')}")
    for table in ("code_contact", "sign_in_code"):
        guard(f"access.{table}", EVERYWHERE)
    guard("intake.contact_request", in_reach(), add=in_family())


def _credentials() -> None:
    """Operators keep their own credentials; administrators of their ente take them away."""
    op.execute("DROP POLICY everything ON access.operator_credential")
    for table in ("operator_credential", "passkey", "recovery_code"):
        guard(f"access.{table}", f"{in_reach()} OR operator_id::text = (SELECT platform.actor())")
    for table in ("access_link", "second_factor_reset", "password_policy"):
        guard(f"access.{table}", in_reach())
    for table in ("ente_provider", "group_role"):
        guard(f"access.{table}", in_reach())
    guard("access.operator_sign_in", EVERYWHERE, read=f"{in_reach()} OR ente_id IS NULL", add=in_reach())
    for table in ("operator_entry", "passkey_challenge", "kept_form"):
        guard(f"access.{table}", EVERYWHERE)


def _protected_people() -> None:
    """Who opened a protected person's file in an emergency sees it for some hours; openings are never changed."""
    mine = "seen.person_id = person.id AND seen.operator_id::text = (SELECT platform.actor())"
    named = f"EXISTS (SELECT 1 FROM registry.protected_access seen WHERE {mine})"
    opened = f"EXISTS (SELECT 1 FROM registry.protected_opening seen WHERE {mine} AND seen.expires_at > now())"
    op.execute("DROP POLICY everything ON registry.person")
    guard("registry.person", f"({in_reach()} AND ({SYSTEM} OR NOT is_protected OR {named} OR {opened})) OR {own('id')}")
    guard("registry.protected_opening", in_reach())


def _register() -> None:
    """The register grows at its end; rows leave it only by the function, and only after 24 months."""
    guard("access.transaction_record", EVERYWHERE, read=in_reach())
    guard("access.chain_head", EVERYWHERE)
    guard("access.chain_anchor", EVERYWHERE)
    guard("access.register_access", EVERYWHERE, read=in_reach(), add=in_reach())
    grant("registry", append_only=("protected_opening",))
    grant(
        "access",
        append_only=("transaction_record", "register_access", "operator_sign_in", "identification", "account_link"),
    )
    for table in ("chain_head", "chain_anchor"):
        op.execute(f"REVOKE DELETE ON access.{table} FROM {APPLICATION_ROLE}")
    op.execute("""
        CREATE FUNCTION access.forget_transactions() RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
        DECLARE gone bigint;
        BEGIN
            DELETE FROM access.transaction_record record USING access.chain_anchor anchor
            WHERE record.chain = anchor.chain AND record.sequence <= anchor.sequence
              AND record.created_at < now() - interval '24 months';
            GET DIAGNOSTICS gone = ROW_COUNT;
            IF EXISTS (SELECT FROM access.transaction_record record JOIN access.chain_anchor anchor
                       ON record.chain = anchor.chain AND record.sequence <= anchor.sequence) THEN
                RAISE EXCEPTION 'an anchor stands behind a row that is younger than 24 months';
            END IF;
            RETURN gone;
        END $body$""")
    op.execute("REVOKE ALL ON FUNCTION access.forget_transactions() FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION access.forget_transactions() TO {APPLICATION_ROLE}")


def _words(table: str, column: str, name: str, words: Iterable[str]) -> None:
    constraint = f"ck_{table.partition('.')[2]}_{name}"
    listed = ", ".join(f"'{word}'" for word in words)
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {constraint} CHECK ({column} IN ({listed}))")
