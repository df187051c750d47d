"""Identity: sign-in by SPID, CIE and eIDAS, strong credentials of operators, delegations, the register."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.identity_policies import prepare, protect

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    prepare()
    op.create_table(
        "chain_anchor",
        sa.Column("chain", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("anchored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("anchor_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_chain_anchor")),
        schema="access",
    )
    op.create_table(
        "chain_head",
        sa.Column("chain", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("head_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_chain_head")),
        schema="access",
    )
    op.create_table(
        "identity_provider",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("entity_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("is_blocked", sa.Boolean(), nullable=False),
        sa.Column("is_saml", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_provider")),
        sa.UniqueConstraint("way", "entity_id", name=op.f("uq_identity_provider_way_entity_id")),
        schema="access",
    )
    op.create_table(
        "own_statement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("anchor", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("statement", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("chain", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_statement")),
        sa.UniqueConstraint("anchor", name=op.f("uq_own_statement_anchor")),
        schema="access",
    )
    op.create_table(
        "used_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answer_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_used_answer")),
        sa.UniqueConstraint("issuer", "answer_hash", name=op.f("uq_used_answer_issuer_answer_hash")),
        schema="access",
    )
    op.create_index(op.f("ix_used_answer_expires_at"), "used_answer", ["expires_at"], unique=False, schema="access")
    op.create_table(
        "ente_provider",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("client_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("client_secret_sealed", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("codice_fiscale_claim", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("groups_claim", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_ente_provider_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ente_provider")),
        sa.UniqueConstraint("ente_id", name=op.f("uq_ente_provider_ente_id")),
        schema="access",
    )
    op.create_table(
        "password_policy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("greatest_age_days", sa.Integer(), nullable=False),
        sa.Column("renewal_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_password_policy_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_policy")),
        sa.UniqueConstraint("ente_id", name=op.f("uq_password_policy_ente_id")),
        schema="access",
    )
    op.create_table(
        "sign_in_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("email", "phone", "pec", name="contact_kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("contact_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("recipient", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("browser_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("return_path", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_sign_in_code_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_code")),
        schema="access",
    )
    op.create_index(
        op.f("ix_sign_in_code_browser_hash"), "sign_in_code", ["browser_hash"], unique=False, schema="access"
    )
    op.create_index(
        "ix_sign_in_code_contact", "sign_in_code", ["contact_hash", "created_at"], unique=False, schema="access"
    )
    op.create_index(op.f("ix_sign_in_code_ente_id"), "sign_in_code", ["ente_id"], unique=False, schema="access")
    op.create_index(op.f("ix_sign_in_code_expires_at"), "sign_in_code", ["expires_at"], unique=False, schema="access")
    op.create_table(
        "transaction_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=True),
        sa.Column("chain", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "step",
            sa.Enum(
                "authn_request",
                "authn_response",
                "logout_request",
                "logout_response",
                "trust_chain",
                "authorization_request",
                "authorization_response",
                "token_request",
                "token_response",
                "userinfo_request",
                "userinfo_response",
                "revocation_request",
                "revocation_response",
                name="transaction_step",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("request_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("request_instant", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("response_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("response_instant", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("assertion_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name_qualifier", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("person_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_success", sa.Boolean(), nullable=True),
        sa.Column("key_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sealed_body", sa.LargeBinary(), nullable=False),
        sa.Column("previous_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("row_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_transaction_record_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transaction_record")),
        sa.UniqueConstraint("chain", "sequence", name=op.f("uq_transaction_record_chain_sequence")),
        schema="access",
    )
    op.create_index(
        op.f("ix_transaction_record_assertion_id"),
        "transaction_record",
        ["assertion_id"],
        unique=False,
        schema="access",
    )
    op.create_index(
        "ix_transaction_record_created_at", "transaction_record", ["created_at"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_transaction_record_ente_id"), "transaction_record", ["ente_id"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_transaction_record_person_hash"), "transaction_record", ["person_hash"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_transaction_record_request_id"), "transaction_record", ["request_id"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_transaction_record_response_id"), "transaction_record", ["response_id"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_transaction_record_subject_hash"),
        "transaction_record",
        ["subject_hash"],
        unique=False,
        schema="access",
    )
    op.create_table(
        "access_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "invitation", "password", name="link_purpose", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("token_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_access_link_ente_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["organization.operator.id"], name=op.f("fk_access_link_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_access_link_token_hash")),
        schema="access",
    )
    op.create_index(op.f("ix_access_link_ente_id"), "access_link", ["ente_id"], unique=False, schema="access")
    op.create_index(op.f("ix_access_link_operator_id"), "access_link", ["operator_id"], unique=False, schema="access")
    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("delegator_id", sa.Uuid(), nullable=False),
        sa.Column("delegator_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_ente_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_codice_fiscale", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("delegate_family_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("delegate_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "scope",
            sa.Enum(
                "all",
                "service",
                "application",
                name="delegation_scope",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("service_id", sa.Uuid(), nullable=True),
        sa.Column("application_id", sa.Uuid(), nullable=True),
        sa.Column("held_during", postgresql.DATERANGE(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "offered",
                "accepted",
                "refused",
                "revoked",
                "ended",
                name="delegation_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("mandate_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("mandate_on", sa.Date(), nullable=True),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_ended_by_delegator", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "(delegate_ente_id IS NULL) <> (delegate_codice_fiscale = '')", name=op.f("ck_delegation_delegate")
        ),
        sa.CheckConstraint(
            "(scope = 'service') = (service_id IS NOT NULL) AND (scope = 'application') = (application_id IS NOT NULL)",
            name=op.f("ck_delegation_scope_named"),
        ),
        sa.CheckConstraint("NOT upper_inf(held_during)", name=op.f("ck_delegation_ends")),
        sa.ForeignKeyConstraint(
            ["delegate_ente_id"], ["organization.ente.id"], name=op.f("fk_delegation_delegate_ente_id")
        ),
        sa.ForeignKeyConstraint(["delegate_id"], ["registry.person.id"], name=op.f("fk_delegation_delegate_id")),
        sa.ForeignKeyConstraint(["delegator_id"], ["registry.person.id"], name=op.f("fk_delegation_delegator_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_delegation_ente_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["organization.operator.id"], name=op.f("fk_delegation_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        schema="access",
    )
    op.create_index(
        op.f("ix_delegation_delegate_codice_fiscale"),
        "delegation",
        ["delegate_codice_fiscale"],
        unique=False,
        schema="access",
    )
    op.create_index(
        op.f("ix_delegation_delegate_ente_id"), "delegation", ["delegate_ente_id"], unique=False, schema="access"
    )
    op.create_index(op.f("ix_delegation_delegate_id"), "delegation", ["delegate_id"], unique=False, schema="access")
    op.create_index(op.f("ix_delegation_delegator_id"), "delegation", ["delegator_id"], unique=False, schema="access")
    op.create_index(op.f("ix_delegation_ente_id"), "delegation", ["ente_id"], unique=False, schema="access")
    op.create_table(
        "group_role",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("provider_id", sa.Uuid(), nullable=False),
        sa.Column("group_value", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "desk_operator",
                "social_worker",
                "educator",
                "psychologist",
                "office_head",
                "admin_clerk",
                "accountant",
                "third_sector",
                "planner",
                "ente_admin",
                "ambito_admin",
                "auditor",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_group_role_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_group_role_office_id")),
        sa.ForeignKeyConstraint(["provider_id"], ["access.ente_provider.id"], name=op.f("fk_group_role_provider_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_role")),
        sa.UniqueConstraint(
            "provider_id",
            "group_value",
            "role",
            "office_id",
            name=op.f("uq_group_role_provider_id_group_value_role_office_id"),
        ),
        schema="access",
    )
    op.create_index(op.f("ix_group_role_ente_id"), "group_role", ["ente_id"], unique=False, schema="access")
    op.create_table(
        "kept_form",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("path", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fields_sealed", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["operator_id"], ["organization.operator.id"], name=op.f("fk_kept_form_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_form")),
        schema="access",
    )
    op.create_index(op.f("ix_kept_form_expires_at"), "kept_form", ["expires_at"], unique=False, schema="access")
    op.create_index(op.f("ix_kept_form_operator_id"), "kept_form", ["operator_id"], unique=False, schema="access")
    op.create_table(
        "operator_sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=True),
        sa.Column("operator_id", sa.Uuid(), nullable=True),
        sa.Column("office_id", sa.Uuid(), nullable=True),
        sa.Column("by_operator_id", sa.Uuid(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "signed_in",
                "wrong_credentials",
                "throttled",
                "no_role",
                "not_an_operator",
                "provider_refused",
                "proved_again",
                "not_proved",
                "revoked",
                "password_chosen",
                "reset_asked",
                "totp_confirmed",
                "passkey_added",
                "passkey_removed",
                "codes_made",
                "second_factor_removed",
                "renewal_asked",
                "invited",
                "disabled",
                "enabled",
                name="sign_in_outcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("name_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("device", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_operator_id"], ["organization.operator.id"], name=op.f("fk_operator_sign_in_by_operator_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_operator_sign_in_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_operator_sign_in_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_operator_sign_in_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator_sign_in")),
        schema="access",
    )
    op.create_index(
        "ix_operator_sign_in_ente_id_created_at",
        "operator_sign_in",
        ["ente_id", "created_at"],
        unique=False,
        schema="access",
    )
    op.create_index(
        op.f("ix_operator_sign_in_operator_id"), "operator_sign_in", ["operator_id"], unique=False, schema="access"
    )
    op.create_table(
        "passkey",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("credential_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_passkey_ente_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["organization.operator.id"], name=op.f("fk_passkey_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_key", name=op.f("uq_passkey_credential_key")),
        schema="access",
    )
    op.create_index(op.f("ix_passkey_ente_id"), "passkey", ["ente_id"], unique=False, schema="access")
    op.create_index(op.f("ix_passkey_operator_id"), "passkey", ["operator_id"], unique=False, schema="access")
    op.create_table(
        "passkey_challenge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "keep",
                "sign_in",
                "second_factor",
                "prove",
                name="challenge_purpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("challenge_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("bound_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_passkey_challenge_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey_challenge")),
        sa.UniqueConstraint("challenge_hash", name=op.f("uq_passkey_challenge_challenge_hash")),
        schema="access",
    )
    op.create_index(
        op.f("ix_passkey_challenge_expires_at"), "passkey_challenge", ["expires_at"], unique=False, schema="access"
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_recovery_code_ente_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_recovery_code_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint("operator_id", "code_hash", name=op.f("uq_recovery_code_operator_id_code_hash")),
        schema="access",
    )
    op.create_index(op.f("ix_recovery_code_ente_id"), "recovery_code", ["ente_id"], unique=False, schema="access")
    op.create_table(
        "register_access",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("criteria", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_register_access_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_register_access_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_register_access_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_access")),
        schema="access",
    )
    op.create_index(op.f("ix_register_access_ente_id"), "register_access", ["ente_id"], unique=False, schema="access")
    op.create_index(
        "ix_register_access_operator", "register_access", ["operator_id", "created_at"], unique=False, schema="access"
    )
    op.create_table(
        "second_factor_reset",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("by_operator_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_operator_id"], ["organization.operator.id"], name=op.f("fk_second_factor_reset_by_operator_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_second_factor_reset_ente_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_second_factor_reset_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_factor_reset")),
        schema="access",
    )
    op.create_index(
        op.f("ix_second_factor_reset_ente_id"), "second_factor_reset", ["ente_id"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_second_factor_reset_operator_id"),
        "second_factor_reset",
        ["operator_id"],
        unique=False,
        schema="access",
    )
    op.create_table(
        "contact_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("need", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_by_id", sa.Uuid(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["organization.operator.id"], name=op.f("fk_contact_request_done_by_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_contact_request_ente_id")),
        sa.ForeignKeyConstraint(
            ["taken_by_id"], ["organization.operator.id"], name=op.f("fk_contact_request_taken_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_request")),
        schema="intake",
    )
    op.create_index(op.f("ix_contact_request_done_at"), "contact_request", ["done_at"], unique=False, schema="intake")
    op.create_index(
        "ix_contact_request_list", "contact_request", ["ente_id", "created_at"], unique=False, schema="intake"
    )
    op.create_table(
        "protected_opening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_protected_opening_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_protected_opening_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_protected_opening_operator_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_protected_opening_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protected_opening")),
        schema="registry",
    )
    op.create_index(
        op.f("ix_protected_opening_ente_id"), "protected_opening", ["ente_id"], unique=False, schema="registry"
    )
    op.create_index(
        "ix_protected_opening_person_id_operator_id",
        "protected_opening",
        ["person_id", "operator_id"],
        unique=False,
        schema="registry",
    )
    op.create_table(
        "account_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("from_person_id", sa.Uuid(), nullable=False),
        sa.Column("to_person_id", sa.Uuid(), nullable=False),
        sa.Column("from_account_id", sa.Uuid(), nullable=False),
        sa.Column("to_account_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "document_kind",
            sa.Enum(
                "identity_card",
                "italian_passport",
                "driving_licence",
                "ministry_card",
                "foreign_passport",
                "foreign_identity_card",
                "residence_permit",
                name="identity_document",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("document_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_expires_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_account_link_ente_id")),
        sa.ForeignKeyConstraint(
            ["from_account_id"], ["access.account.id"], name=op.f("fk_account_link_from_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["from_person_id"], ["registry.person.id"], name=op.f("fk_account_link_from_person_id")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_account_link_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_account_link_operator_id")
        ),
        sa.ForeignKeyConstraint(["to_account_id"], ["access.account.id"], name=op.f("fk_account_link_to_account_id")),
        sa.ForeignKeyConstraint(["to_person_id"], ["registry.person.id"], name=op.f("fk_account_link_to_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_link")),
        schema="access",
    )
    op.create_index(op.f("ix_account_link_ente_id"), "account_link", ["ente_id"], unique=False, schema="access")
    op.create_index(
        op.f("ix_account_link_from_person_id"), "account_link", ["from_person_id"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_account_link_to_person_id"), "account_link", ["to_person_id"], unique=False, schema="access"
    )
    op.create_table(
        "identification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column(
            "document_kind",
            sa.Enum(
                "identity_card",
                "italian_passport",
                "driving_licence",
                "ministry_card",
                "foreign_passport",
                "foreign_identity_card",
                "residence_permit",
                name="identity_document",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("document_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_expires_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["access.account.id"], name=op.f("fk_identification_account_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_identification_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_identification_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_identification_operator_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_identification_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identification")),
        schema="access",
    )
    op.create_index(op.f("ix_identification_ente_id"), "identification", ["ente_id"], unique=False, schema="access")
    op.create_index(op.f("ix_identification_person_id"), "identification", ["person_id"], unique=False, schema="access")
    op.create_table(
        "operator_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=True),
        sa.Column("token_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_factor_due", sa.Boolean(), nullable=False),
        sa.Column("is_password_due", sa.Boolean(), nullable=False),
        sa.Column("is_enrolment_due", sa.Boolean(), nullable=False),
        sa.Column("is_codes_due", sa.Boolean(), nullable=False),
        sa.Column("return_path", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_operator_entry_ente_id")),
        sa.ForeignKeyConstraint(["link_id"], ["access.access_link.id"], name=op.f("fk_operator_entry_link_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_operator_entry_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator_entry")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_operator_entry_token_hash")),
        schema="access",
    )
    op.create_index(op.f("ix_operator_entry_ente_id"), "operator_entry", ["ente_id"], unique=False, schema="access")
    op.create_index(
        op.f("ix_operator_entry_expires_at"), "operator_entry", ["expires_at"], unique=False, schema="access"
    )
    op.create_index(
        op.f("ix_operator_entry_operator_id"), "operator_entry", ["operator_id"], unique=False, schema="access"
    )
    op.create_table(
        "code_contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("identification_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("email", "phone", "pec", name="contact_kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("contact_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("number_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("activation_ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("activated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["access.account.id"], name=op.f("fk_code_contact_account_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_code_contact_ente_id")),
        sa.ForeignKeyConstraint(
            ["identification_id"], ["access.identification.id"], name=op.f("fk_code_contact_identification_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_contact")),
        sa.UniqueConstraint("account_id", "contact_hash", name=op.f("uq_code_contact_account_id_contact_hash")),
        schema="access",
    )
    op.create_index(
        op.f("ix_code_contact_contact_hash"), "code_contact", ["contact_hash"], unique=False, schema="access"
    )
    op.create_index(op.f("ix_code_contact_ente_id"), "code_contact", ["ente_id"], unique=False, schema="access")
    op.create_index(
        op.f("ix_code_contact_identification_id"), "code_contact", ["identification_id"], unique=False, schema="access"
    )
    op.add_column(
        "citizen_identity",
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column(
        "operator_credential",
        sa.Column("totp_waiting_sealed", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        schema="access",
    )
    op.add_column(
        "operator_credential", sa.Column("password_set_at", sa.DateTime(timezone=True), nullable=True), schema="access"
    )
    op.add_column(
        "operator_credential",
        sa.Column("is_renewal_asked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        schema="access",
    )
    op.add_column(
        "session",
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column("session", sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access")
    op.add_column(
        "session", sa.Column("provider_session", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column(
        "session", sa.Column("name_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column("session", sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False), schema="access")
    op.create_index(op.f("ix_session_name_hash"), "session", ["name_hash"], unique=False, schema="access")
    op.add_column(
        "sign_in_request",
        sa.Column(
            "site",
            sa.Enum("portal", "backoffice", name="site", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column(
        "sign_in_request",
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column(
        "sign_in_request", sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column(
        "sign_in_request", sa.Column("request_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column(
        "sign_in_request", sa.Column("details", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.create_index(
        op.f("ix_sign_in_request_browser_hash"), "sign_in_request", ["browser_hash"], unique=False, schema="access"
    )
    op.drop_column("sign_in_request", "nonce", schema="access")
    op.drop_column("sign_in_request", "code_verifier", schema="access")
    op.add_column(
        "application",
        sa.Column(
            "title",
            sa.Enum(
                "self",
                "parent",
                "guardian",
                "curator",
                "support_administrator",
                "representative",
                "delegate",
                "mandate",
                name="title",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        schema="intake",
    )
    op.add_column("application", sa.Column("delegation_id", sa.Uuid(), nullable=True), schema="intake")
    op.add_column(
        "application", sa.Column("acting_name", sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema="intake"
    )
    op.create_foreign_key(
        op.f("fk_application_delegation_id"),
        "application",
        "delegation",
        ["delegation_id"],
        ["id"],
        source_schema="intake",
        referent_schema="access",
    )
    op.add_column(
        "ente",
        sa.Column("is_taking_mandates", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        schema="organization",
    )
    op.add_column(
        "ente",
        sa.Column("delegation_months", sa.Integer(), server_default=sa.text("24"), nullable=False),
        schema="organization",
    )
    op.create_unique_constraint(
        op.f("uq_operator_codice_fiscale"), "operator", ["codice_fiscale"], schema="organization"
    )
    op.add_column(
        "role_assignment",
        sa.Column(
            "source",
            sa.Enum(
                "administrator",
                "ente_provider",
                name="role_source",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default="administrator",
            nullable=False,
        ),
        schema="organization",
    )
    op.add_column("guardianship", sa.Column("decree_on", sa.Date(), nullable=True), schema="registry")
    op.add_column(
        "guardianship", sa.Column("court", sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema="registry"
    )
    op.add_column(
        "guardianship", sa.Column("scope", sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema="registry"
    )
    op.add_column("guardianship", sa.Column("document_id", sa.Uuid(), nullable=True), schema="registry")
    op.add_column(
        "guardianship", sa.Column("declaration", sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema="registry"
    )
    op.add_column(
        "guardianship", sa.Column("declared_at", sa.DateTime(timezone=True), nullable=True), schema="registry"
    )
    op.add_column(
        "guardianship", sa.Column("guardian_name", sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema="registry"
    )
    op.add_column(
        "guardianship",
        sa.Column("declared_given_name", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        schema="registry",
    )
    op.add_column(
        "guardianship",
        sa.Column("declared_family_name", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        schema="registry",
    )
    op.add_column(
        "guardianship",
        sa.Column("declared_codice_fiscale", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        schema="registry",
    )
    op.add_column("guardianship", sa.Column("declared_born_on", sa.Date(), nullable=True), schema="registry")
    op.add_column("guardianship", sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True), schema="registry")
    op.add_column("guardianship", sa.Column("checked_by_id", sa.Uuid(), nullable=True), schema="registry")
    op.add_column("guardianship", sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True), schema="registry")
    op.add_column(
        "guardianship",
        sa.Column("refusal_reason", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        schema="registry",
    )
    op.create_foreign_key(
        op.f("fk_guardianship_checked_by_id"),
        "guardianship",
        "operator",
        ["checked_by_id"],
        ["id"],
        source_schema="registry",
        referent_schema="organization",
    )
    op.add_column("person", sa.Column("is_codice_fiscale_doubtful", sa.Boolean(), nullable=False), schema="registry")
    op.add_column("person", sa.Column("same_as_id", sa.Uuid(), nullable=True), schema="registry")
    op.create_foreign_key(
        op.f("fk_person_same_as_id"),
        "person",
        "person",
        ["same_as_id"],
        ["id"],
        source_schema="registry",
        referent_schema="registry",
    )
    protect()


def downgrade() -> None:
    """Restore a backup instead: docs/runbooks/backup-and-restore.md."""
    raise NotImplementedError
