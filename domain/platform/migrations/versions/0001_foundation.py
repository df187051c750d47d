"""Foundation: the tables of the first release, their row-level security and grants."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.foundation_policies import prepare, protect

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    prepare()
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
        schema="access",
    )
    op.create_index(
        "ix_sign_in_attempt_key", "sign_in_attempt", ["key_hash", "created_at"], unique=False, schema="access"
    )
    op.create_table(
        "sign_in_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("browser_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("nonce", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("code_verifier", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("return_path", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_request")),
        sa.UniqueConstraint("state_hash", name=op.f("uq_sign_in_request_state_hash")),
        schema="access",
    )
    op.create_table(
        "ente",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "comune",
                "ambito",
                "third_sector",
                name="ente_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("ambito_id", sa.Uuid(), nullable=True),
        sa.Column("belfiore", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("ipa_code", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("host", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("site_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("motto", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("pec", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("accessibility_url", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "palette",
            sa.Enum(
                "comuni",
                "blue",
                "bordeaux",
                "teal",
                "slate",
                name="palette",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("logo_address", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("logo_media_type", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ambito_id"], ["organization.ente.id"], name=op.f("fk_ente_ambito_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ente")),
        sa.UniqueConstraint("host", name=op.f("uq_ente_host")),
        sa.UniqueConstraint("slug", name=op.f("uq_ente_slug")),
        schema="organization",
    )
    op.create_index(op.f("ix_ente_ambito_id"), "ente", ["ambito_id"], unique=False, schema="organization")
    op.create_table(
        "event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("body", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        schema="platform",
    )
    op.create_index(op.f("ix_event_ente_id"), "event", ["ente_id"], unique=False, schema="platform")
    op.create_table(
        "reading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=True),
        sa.Column("office_id", sa.Uuid(), nullable=True),
        sa.Column("citizen_id", sa.Uuid(), nullable=True),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("purpose", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_granted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        schema="platform",
    )
    op.create_index(op.f("ix_reading_ente_id"), "reading", ["ente_id"], unique=False, schema="platform")
    op.create_index(
        "ix_reading_person",
        "reading",
        ["person_id", sa.literal_column("created_at DESC")],
        unique=False,
        schema="platform",
    )
    op.create_table(
        "route_switch",
        sa.Column("route", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("turned_off_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("route", name=op.f("pk_route_switch")),
        schema="platform",
    )
    op.create_table(
        "schedule_run",
        sa.Column("job", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("job", "due_at", name=op.f("pk_schedule_run")),
        schema="platform",
    )
    op.create_table(
        "case_counter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_case_counter_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_counter")),
        sa.UniqueConstraint("ente_id", name=op.f("uq_case_counter_ente_id")),
        schema="casework",
    )
    op.create_table(
        "service",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_online", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_service_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
        sa.UniqueConstraint("ente_id", "slug", name=op.f("uq_service_ente_id_slug")),
        schema="catalogue",
    )
    op.create_index(op.f("ix_service_ente_id"), "service", ["ente_id"], unique=False, schema="catalogue")
    op.create_table(
        "protocollo_counter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_protocollo_counter_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protocollo_counter")),
        sa.UniqueConstraint("ente_id", "year", name=op.f("uq_protocollo_counter_ente_id_year")),
        schema="documents",
    )
    op.create_table(
        "office",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "help_desk",
                "professional",
                "administration",
                "planning",
                "third_sector",
                name="office_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_receiving_applications", sa.Boolean(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_office_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("ente_id", "name", name=op.f("uq_office_ente_id_name")),
        schema="organization",
    )
    op.create_index(op.f("ix_office_ente_id"), "office", ["ente_id"], unique=False, schema="organization")
    op.create_table(
        "operator",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("given_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("family_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("codice_fiscale", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_operator_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator")),
        sa.UniqueConstraint("email", name=op.f("uq_operator_email")),
        schema="organization",
    )
    op.create_index(op.f("ix_operator_ente_id"), "operator", ["ente_id"], unique=False, schema="organization")
    op.create_table(
        "reaction_done",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("reaction", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["platform.event.id"], name=op.f("fk_reaction_done_event_id")),
        sa.PrimaryKeyConstraint("event_id", "reaction", name=op.f("pk_reaction_done")),
        schema="platform",
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "registry",
                "isee",
                "relational",
                name="household_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_household_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        schema="registry",
    )
    op.create_index(op.f("ix_household_ente_id"), "household", ["ente_id"], unique=False, schema="registry")
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ambito_id", sa.Uuid(), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("codice_fiscale", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("given_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("family_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("alias", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("birthplace_code", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("sex", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("citizenship", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_protected", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("family_name <> '' OR alias <> ''", name=op.f("ck_person_name")),
        sa.ForeignKeyConstraint(["ambito_id"], ["organization.ente.id"], name=op.f("fk_person_ambito_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_person_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("ambito_id", "codice_fiscale", name=op.f("uq_person_ambito_id_codice_fiscale")),
        schema="registry",
    )
    op.create_index(op.f("ix_person_ente_id"), "person", ["ente_id"], unique=False, schema="registry")
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("last_sign_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_account_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_account_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("person_id", name=op.f("uq_account_person_id")),
        schema="access",
    )
    op.create_index(op.f("ix_account_ente_id"), "account", ["ente_id"], unique=False, schema="access")
    op.create_table(
        "operator_credential",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("password_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("totp_secret_sealed", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_totp_step", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_operator_credential_ente_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_operator_credential_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator_credential")),
        sa.UniqueConstraint("operator_id", name=op.f("uq_operator_credential_operator_id")),
        schema="access",
    )
    op.create_index(
        op.f("ix_operator_credential_ente_id"), "operator_credential", ["ente_id"], unique=False, schema="access"
    )
    op.create_table(
        "case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "reported",
                "in_charge",
                "closed",
                name="case_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("responsible_id", sa.Uuid(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_case_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_case_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_case_person_id")),
        sa.ForeignKeyConstraint(["responsible_id"], ["organization.operator.id"], name=op.f("fk_case_responsible_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("ente_id", "number", name=op.f("uq_case_ente_id_number")),
        sa.UniqueConstraint("ente_id", "person_id", name=op.f("uq_case_ente_id_person_id")),
        schema="casework",
    )
    op.create_index(op.f("ix_case_person_id"), "case", ["person_id"], unique=False, schema="casework")
    op.create_index(op.f("ix_case_responsible_id"), "case", ["responsible_id"], unique=False, schema="casework")
    op.create_index("ix_case_worklist", "case", ["ente_id", "status", "office_id"], unique=False, schema="casework")
    op.create_table(
        "service_rating",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=True),
        sa.Column("comment", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name=op.f("ck_service_rating_stars")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_service_rating_ente_id")),
        sa.ForeignKeyConstraint(["service_id"], ["catalogue.service.id"], name=op.f("fk_service_rating_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_rating")),
        schema="catalogue",
    )
    op.create_index(op.f("ix_service_rating_ente_id"), "service_rating", ["ente_id"], unique=False, schema="catalogue")
    op.create_index(
        op.f("ix_service_rating_service_id"), "service_rating", ["service_id"], unique=False, schema="catalogue"
    )
    op.create_table(
        "service_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("valid_during", postgresql.DATERANGE(), nullable=False),
        sa.Column("term_days", sa.Integer(), nullable=False),
        sa.Column("card", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("form", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("service_id"), "="),
            (sa.column("valid_during"), "&&"),
            using="gist",
            name="ex_service_version_overlap",
        ),
        sa.CheckConstraint("term_days > 0", name=op.f("ck_service_version_term_days")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_service_version_ente_id")),
        sa.ForeignKeyConstraint(["service_id"], ["catalogue.service.id"], name=op.f("fk_service_version_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_version")),
        sa.UniqueConstraint("service_id", "number", name=op.f("uq_service_version_service_id_number")),
        schema="catalogue",
    )
    op.create_index(
        op.f("ix_service_version_ente_id"), "service_version", ["ente_id"], unique=False, schema="catalogue"
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "identity_card",
                "residence_permit",
                "isee_certificate",
                "medical_certificate",
                "disability_report",
                "decree",
                "receipt",
                "other",
                name="document_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("media_type", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_document_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_document_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        schema="documents",
    )
    op.create_index(op.f("ix_document_ente_id"), "document", ["ente_id"], unique=False, schema="documents")
    op.create_index(op.f("ix_document_person_id"), "document", ["person_id"], unique=False, schema="documents")
    op.create_table(
        "protocollo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum("incoming", "outgoing", name="direction", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_protocollo_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_protocollo_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protocollo")),
        sa.UniqueConstraint("about_id", "direction", name=op.f("uq_protocollo_about_id_direction")),
        sa.UniqueConstraint("ente_id", "year", "number", name=op.f("uq_protocollo_ente_id_year_number")),
        schema="documents",
    )
    op.create_index(op.f("ix_protocollo_person_id"), "protocollo", ["person_id"], unique=False, schema="documents")
    op.create_table(
        "opening_hours",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opening_time", sa.Time(), nullable=False),
        sa.Column("closing_time", sa.Time(), nullable=False),
        sa.CheckConstraint("closing_time > opening_time", name=op.f("ck_opening_hours_order")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_hours_weekday")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_opening_hours_ente_id")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["organization.office.id"], name=op.f("fk_opening_hours_office_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_hours")),
        sa.UniqueConstraint(
            "office_id", "weekday", "opening_time", name=op.f("uq_opening_hours_office_id_weekday_opening_time")
        ),
        schema="organization",
    )
    op.create_index(op.f("ix_opening_hours_ente_id"), "opening_hours", ["ente_id"], unique=False, schema="organization")
    op.create_table(
        "role_assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
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
        sa.Column("held_during", postgresql.DATERANGE(), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("operator_id"), "="),
            (sa.column("office_id"), "="),
            (sa.column("role"), "="),
            (sa.column("held_during"), "&&"),
            using="gist",
            name="ex_role_assignment_overlap",
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_role_assignment_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_role_assignment_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_role_assignment_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_assignment")),
        schema="organization",
    )
    op.create_index(
        op.f("ix_role_assignment_ente_id"), "role_assignment", ["ente_id"], unique=False, schema="organization"
    )
    op.create_index(
        op.f("ix_role_assignment_office_id"), "role_assignment", ["office_id"], unique=False, schema="organization"
    )
    op.create_index(
        op.f("ix_role_assignment_operator_id"), "role_assignment", ["operator_id"], unique=False, schema="organization"
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("email", "phone", "pec", name="contact_kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("value", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("belongs_to", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_preferred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_contact_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_contact_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("person_id", "kind", "value", name=op.f("uq_contact_person_id_kind_value")),
        schema="registry",
    )
    op.create_index(op.f("ix_contact_ente_id"), "contact", ["ente_id"], unique=False, schema="registry")
    op.create_table(
        "guardianship",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("guardian_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "parent",
                "guardian",
                "curator",
                "support_administrator",
                name="guardianship_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decree", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("held_during", postgresql.DATERANGE(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_guardianship_ente_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["registry.person.id"], name=op.f("fk_guardianship_guardian_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_guardianship_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardianship")),
        schema="registry",
    )
    op.create_index(op.f("ix_guardianship_ente_id"), "guardianship", ["ente_id"], unique=False, schema="registry")
    op.create_index(
        op.f("ix_guardianship_guardian_id"), "guardianship", ["guardian_id"], unique=False, schema="registry"
    )
    op.create_index(op.f("ix_guardianship_person_id"), "guardianship", ["person_id"], unique=False, schema="registry")
    op.create_table(
        "household_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kinship",
            sa.Enum(
                "reference",
                "spouse",
                "partner",
                "child",
                "parent",
                "sibling",
                "grandchild",
                "other_relative",
                "not_related",
                name="kinship",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("held_during", postgresql.DATERANGE(), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("household_id"), "="),
            (sa.column("person_id"), "="),
            (sa.column("held_during"), "&&"),
            using="gist",
            name="ex_household_member_overlap",
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_household_member_ente_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["registry.household.id"], name=op.f("fk_household_member_household_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_household_member_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
        schema="registry",
    )
    op.create_index(
        op.f("ix_household_member_ente_id"), "household_member", ["ente_id"], unique=False, schema="registry"
    )
    op.create_index(
        op.f("ix_household_member_household_id"), "household_member", ["household_id"], unique=False, schema="registry"
    )
    op.create_index(
        op.f("ix_household_member_person_id"), "household_member", ["person_id"], unique=False, schema="registry"
    )
    op.create_table(
        "isee",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "ordinary",
                "social_health",
                "minors",
                "current",
                name="isee_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("amount", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("dsu_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("valid_during", postgresql.DATERANGE(), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_isee_amount")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_isee_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_isee_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_isee")),
        schema="registry",
    )
    op.create_index(op.f("ix_isee_ente_id"), "isee", ["ente_id"], unique=False, schema="registry")
    op.create_index("ix_isee_person", "isee", ["person_id"], unique=False, schema="registry")
    op.create_table(
        "protected_access",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_protected_access_ente_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_protected_access_operator_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_protected_access_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protected_access")),
        sa.UniqueConstraint("person_id", "operator_id", name=op.f("uq_protected_access_person_id_operator_id")),
        schema="registry",
    )
    op.create_index(
        op.f("ix_protected_access_ente_id"), "protected_access", ["ente_id"], unique=False, schema="registry"
    )
    op.create_table(
        "residence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("residence", "domicile", name="address_kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("street", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("postal_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("city", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("belfiore", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_without_fixed_abode", sa.Boolean(), nullable=False),
        sa.Column("held_during", postgresql.DATERANGE(), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_residence_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_residence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_residence")),
        schema="registry",
    )
    op.create_index(op.f("ix_residence_ente_id"), "residence", ["ente_id"], unique=False, schema="registry")
    op.create_index("ix_residence_person", "residence", ["person_id"], unique=False, schema="registry")
    op.create_table(
        "citizen_identity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["access.account.id"], name=op.f("fk_citizen_identity_account_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_citizen_identity_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_identity")),
        sa.UniqueConstraint(
            "account_id", "issuer", "subject", name=op.f("uq_citizen_identity_account_id_issuer_subject")
        ),
        schema="access",
    )
    op.create_index(op.f("ix_citizen_identity_ente_id"), "citizen_identity", ["ente_id"], unique=False, schema="access")
    op.create_table(
        "session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "site",
            sa.Enum("portal", "backoffice", name="site", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("operator_id", sa.Uuid(), nullable=True),
        sa.Column("office_id", sa.Uuid(), nullable=True),
        sa.Column("token_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("device", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "end_reason",
            sa.Enum(
                "signed_out",
                "replaced",
                "revoked",
                name="session_end",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.CheckConstraint("(account_id IS NULL) <> (operator_id IS NULL)", name=op.f("ck_session_owner")),
        sa.ForeignKeyConstraint(["account_id"], ["access.account.id"], name=op.f("fk_session_account_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_session_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_session_office_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["organization.operator.id"], name=op.f("fk_session_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session_token_hash")),
        schema="access",
    )
    op.create_index(op.f("ix_session_account_id"), "session", ["account_id"], unique=False, schema="access")
    op.create_index(op.f("ix_session_ente_id"), "session", ["ente_id"], unique=False, schema="access")
    op.create_index(op.f("ix_session_operator_id"), "session", ["operator_id"], unique=False, schema="access")
    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum("email", name="channel", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("recipient", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("paragraphs", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "queued",
                "sent",
                "failed",
                "undeliverable",
                name="letter_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document.id"], name=op.f("fk_letter_document_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_letter_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_letter_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("key", name=op.f("uq_letter_key")),
        schema="correspondence",
    )
    op.create_index(op.f("ix_letter_ente_id"), "letter", ["ente_id"], unique=False, schema="correspondence")
    op.create_index(op.f("ix_letter_person_id"), "letter", ["person_id"], unique=False, schema="correspondence")
    op.create_table(
        "upload",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("field", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document.id"], name=op.f("fk_upload_document_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_upload_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_upload_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
        schema="documents",
    )
    op.create_index(op.f("ix_upload_ente_id"), "upload", ["ente_id"], unique=False, schema="documents")
    op.create_index(op.f("ix_upload_person_id"), "upload", ["person_id"], unique=False, schema="documents")
    op.create_table(
        "application",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("service_version_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=True),
        sa.Column("applicant_id", sa.Uuid(), nullable=False),
        sa.Column("beneficiary_id", sa.Uuid(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "submitted",
                "in_charge",
                "withdrawn",
                name="application_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("responsible_id", sa.Uuid(), nullable=True),
        sa.Column("receipt_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("status = 'draft' OR submitted_at IS NOT NULL", name=op.f("ck_application_submitted")),
        sa.ForeignKeyConstraint(["applicant_id"], ["registry.person.id"], name=op.f("fk_application_applicant_id")),
        sa.ForeignKeyConstraint(["beneficiary_id"], ["registry.person.id"], name=op.f("fk_application_beneficiary_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_application_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_application_office_id")),
        sa.ForeignKeyConstraint(["receipt_id"], ["documents.document.id"], name=op.f("fk_application_receipt_id")),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["organization.operator.id"], name=op.f("fk_application_responsible_id")
        ),
        sa.ForeignKeyConstraint(["service_id"], ["catalogue.service.id"], name=op.f("fk_application_service_id")),
        sa.ForeignKeyConstraint(
            ["service_version_id"], ["catalogue.service_version.id"], name=op.f("fk_application_service_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        schema="intake",
    )
    op.create_index(op.f("ix_application_applicant_id"), "application", ["applicant_id"], unique=False, schema="intake")
    op.create_index(
        op.f("ix_application_beneficiary_id"), "application", ["beneficiary_id"], unique=False, schema="intake"
    )
    op.create_index("ix_application_due", "application", ["ente_id", "status", "due_on"], unique=False, schema="intake")
    op.create_index(op.f("ix_application_office_id"), "application", ["office_id"], unique=False, schema="intake")
    op.create_index(op.f("ix_application_service_id"), "application", ["service_id"], unique=False, schema="intake")
    op.create_index(
        "uq_application_one_draft",
        "application",
        ["applicant_id", "beneficiary_id", "service_id"],
        unique=True,
        schema="intake",
        postgresql_where=sa.text("status = 'draft'"),
    )
    op.create_table(
        "case_application",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["intake.application.id"], name=op.f("fk_case_application_application_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["casework.case.id"], name=op.f("fk_case_application_case_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_case_application_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_case_application_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_application")),
        sa.UniqueConstraint("application_id", name=op.f("uq_case_application_application_id")),
        schema="casework",
    )
    op.create_index(
        op.f("ix_case_application_case_id"), "case_application", ["case_id"], unique=False, schema="casework"
    )
    op.create_index(
        "ix_case_application_worklist",
        "case_application",
        ["ente_id", "is_open", "due_on", "submitted_at"],
        unique=False,
        schema="casework",
    )
    op.create_table(
        "diary_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "automatic",
                "application_withdrawn",
                "taken_in_charge",
                "note",
                "interview",
                "home_visit",
                "phone_call",
                name="diary_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["intake.application.id"], name=op.f("fk_diary_entry_application_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["organization.operator.id"], name=op.f("fk_diary_entry_author_id")),
        sa.ForeignKeyConstraint(["case_id"], ["casework.case.id"], name=op.f("fk_diary_entry_case_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_diary_entry_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_diary_entry_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_entry")),
        schema="casework",
    )
    op.create_index("ix_diary_entry_case", "diary_entry", ["case_id", "happened_at"], unique=False, schema="casework")
    op.create_index(op.f("ix_diary_entry_ente_id"), "diary_entry", ["ente_id"], unique=False, schema="casework")
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("field", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["intake.application.id"], name=op.f("fk_attachment_application_id")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document.id"], name=op.f("fk_attachment_document_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_attachment_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_attachment_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("application_id", "document_id", name=op.f("uq_attachment_application_id_document_id")),
        schema="intake",
    )
    op.create_index(op.f("ix_attachment_ente_id"), "attachment", ["ente_id"], unique=False, schema="intake")
    op.create_index(op.f("ix_attachment_person_id"), "attachment", ["person_id"], unique=False, schema="intake")
    protect()


def downgrade() -> None:
    """There is nothing before the first step."""
    raise NotImplementedError
