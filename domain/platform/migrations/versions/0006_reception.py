"""The desk: contact sheets, needs, requests, proposals, notices."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.reception_policies import prepare, protect

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    prepare()
    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("employment_centres", name="consent_kind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("taken_by_id", sa.Uuid(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_consent_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_consent_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_consent_person_id")),
        sa.ForeignKeyConstraint(["revoked_by_id"], ["organization.operator.id"], name=op.f("fk_consent_revoked_by_id")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["organization.operator.id"], name=op.f("fk_consent_taken_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        schema="reception",
    )
    op.create_index(op.f("ix_consent_ente_id"), "consent", ["ente_id"], unique=False, schema="reception")
    op.create_index(
        "uq_consent_given",
        "consent",
        ["person_id", "office_id", "kind"],
        unique=True,
        schema="reception",
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "desk_settings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "general", "central", "thematic", name="desk_kind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("initiative", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("desk_points", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sections", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("required", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("is_masked_elsewhere", sa.Boolean(), nullable=False),
        sa.Column("masks", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("private_note_readers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_desk_settings_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_desk_settings_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_settings")),
        sa.UniqueConstraint("office_id", name=op.f("uq_desk_settings_office_id")),
        schema="reception",
    )
    op.create_index(op.f("ix_desk_settings_ente_id"), "desk_settings", ["ente_id"], unique=False, schema="reception")
    op.create_table(
        "privacy_notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_privacy_notice_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_privacy_notice_office_id")),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["organization.operator.id"], name=op.f("fk_privacy_notice_published_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_notice")),
        sa.UniqueConstraint("office_id", "number", name=op.f("uq_privacy_notice_office_id_number")),
        schema="reception",
    )
    op.create_index(op.f("ix_privacy_notice_ente_id"), "privacy_notice", ["ente_id"], unique=False, schema="reception")
    op.create_table(
        "notice_taken",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "signed",
                "read_out",
                "on_the_phone",
                "sent",
                name="notice_way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_notice_taken_ente_id")),
        sa.ForeignKeyConstraint(["notice_id"], ["reception.privacy_notice.id"], name=op.f("fk_notice_taken_notice_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_notice_taken_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_notice_taken_operator_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_notice_taken_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_taken")),
        sa.UniqueConstraint("person_id", "notice_id", name=op.f("uq_notice_taken_person_id_notice_id")),
        schema="reception",
    )
    op.create_index(op.f("ix_notice_taken_ente_id"), "notice_taken", ["ente_id"], unique=False, schema="reception")
    op.create_table(
        "contact_sheet",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("application_id", sa.Uuid(), nullable=True),
        sa.Column("copied_from_id", sa.Uuid(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "complete",
                "reopened",
                name="sheet_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("is_automatic", sa.Boolean(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("alias", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("no_code_reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("contact_on", sa.Date(), nullable=False),
        sa.Column("typed", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("desk_point", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("interlocutor", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("interlocutor_office", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason_words", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("accompanied_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_person_present", sa.Boolean(), nullable=True),
        sa.Column("is_person_informed", sa.Boolean(), nullable=True),
        sa.Column("reporter", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reference_contacts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sections", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("orientation", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "information",
                "orientation",
                "referral",
                "proposal",
                "emergency",
                "nothing_more",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("categories", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("closing_note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("status = 'draft' OR completed_at IS NOT NULL", name=op.f("ck_contact_sheet_completed")),
        sa.CheckConstraint("NOT (is_anonymous AND person_id IS NOT NULL)", name=op.f("ck_contact_sheet_anonymous")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["intake.application.id"], name=op.f("fk_contact_sheet_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["copied_from_id"], ["reception.contact_sheet.id"], name=op.f("fk_contact_sheet_copied_from_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_contact_sheet_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_contact_sheet_office_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["organization.operator.id"], name=op.f("fk_contact_sheet_operator_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_contact_sheet_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_sheet")),
        sa.UniqueConstraint("application_id", name=op.f("uq_contact_sheet_application_id")),
        schema="reception",
    )
    op.create_index(
        "ix_contact_sheet_author", "contact_sheet", ["operator_id", "status"], unique=False, schema="reception"
    )
    op.create_index(
        "ix_contact_sheet_ente_day",
        "contact_sheet",
        ["ente_id", sa.literal_column("contact_on DESC"), sa.literal_column("created_at DESC")],
        unique=False,
        schema="reception",
    )
    op.create_index(
        "ix_contact_sheet_office_day",
        "contact_sheet",
        ["office_id", sa.literal_column("contact_on DESC")],
        unique=False,
        schema="reception",
    )
    op.create_index(
        op.f("ix_contact_sheet_person_id"), "contact_sheet", ["person_id"], unique=False, schema="reception"
    )
    op.create_table(
        "care_proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("to_ente_id", sa.Uuid(), nullable=False),
        sa.Column("to_office_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("category", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "urgency",
            sa.Enum(
                "now", "soon", "ordinary", name="proposal_urgency", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "proposed",
                "seen",
                "refused",
                "accepted",
                name="proposal_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("seen_by_id", sa.Uuid(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal_reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["organization.operator.id"], name=op.f("fk_care_proposal_answered_by_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_care_proposal_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_care_proposal_person_id")),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["organization.operator.id"], name=op.f("fk_care_proposal_proposed_by_id")
        ),
        sa.ForeignKeyConstraint(["seen_by_id"], ["organization.operator.id"], name=op.f("fk_care_proposal_seen_by_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_care_proposal_sheet_id")),
        sa.ForeignKeyConstraint(["to_ente_id"], ["organization.ente.id"], name=op.f("fk_care_proposal_to_ente_id")),
        sa.ForeignKeyConstraint(
            ["to_office_id"], ["organization.office.id"], name=op.f("fk_care_proposal_to_office_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_proposal")),
        schema="reception",
    )
    op.create_index(op.f("ix_care_proposal_ente_id"), "care_proposal", ["ente_id"], unique=False, schema="reception")
    op.create_index(
        op.f("ix_care_proposal_person_id"), "care_proposal", ["person_id"], unique=False, schema="reception"
    )
    op.create_index(op.f("ix_care_proposal_sheet_id"), "care_proposal", ["sheet_id"], unique=False, schema="reception")
    op.create_index(
        "ix_care_proposal_to", "care_proposal", ["to_office_id", "status"], unique=False, schema="reception"
    )
    op.create_index(
        op.f("ix_care_proposal_to_ente_id"), "care_proposal", ["to_ente_id"], unique=False, schema="reception"
    )
    op.create_index(
        "uq_care_proposal_open",
        "care_proposal",
        ["sheet_id"],
        unique=True,
        schema="reception",
        postgresql_where=sa.text("status IN ('proposed', 'seen')"),
    )
    op.create_table(
        "need",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "dimension",
            sa.Enum(
                "expressed",
                "observed",
                "in_charge",
                "planned",
                name="dimension",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "priority",
            sa.Enum("high", "normal", "low", name="priority", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["organization.operator.id"], name=op.f("fk_need_author_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_need_ente_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_need_sheet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
        sa.UniqueConstraint("sheet_id", "code", "dimension", name=op.f("uq_need_sheet_id_code_dimension")),
        schema="reception",
    )
    op.create_index("ix_need_code", "need", ["ente_id", "code"], unique=False, schema="reception")
    op.create_table(
        "referral",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("from_office_id", sa.Uuid(), nullable=False),
        sa.Column("to_ente_id", sa.Uuid(), nullable=False),
        sa.Column("to_office_id", sa.Uuid(), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "sent",
                "accepted",
                "returned",
                name="referral_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["organization.operator.id"], name=op.f("fk_referral_answered_by_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_referral_ente_id")),
        sa.ForeignKeyConstraint(
            ["from_office_id"], ["organization.office.id"], name=op.f("fk_referral_from_office_id")
        ),
        sa.ForeignKeyConstraint(["sent_by_id"], ["organization.operator.id"], name=op.f("fk_referral_sent_by_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_referral_sheet_id")),
        sa.ForeignKeyConstraint(["to_ente_id"], ["organization.ente.id"], name=op.f("fk_referral_to_ente_id")),
        sa.ForeignKeyConstraint(["to_office_id"], ["organization.office.id"], name=op.f("fk_referral_to_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        schema="reception",
    )
    op.create_index(op.f("ix_referral_ente_id"), "referral", ["ente_id"], unique=False, schema="reception")
    op.create_index("ix_referral_sheet", "referral", ["sheet_id"], unique=False, schema="reception")
    op.create_index("ix_referral_to", "referral", ["to_office_id", "status"], unique=False, schema="reception")
    op.create_index(op.f("ix_referral_to_ente_id"), "referral", ["to_ente_id"], unique=False, schema="reception")
    op.create_index(
        "uq_referral_waiting",
        "referral",
        ["sheet_id", "to_office_id"],
        unique=True,
        schema="reception",
        postgresql_where=sa.text("status = 'sent'"),
    )
    op.create_table(
        "service_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes BETWEEN 0 AND 10000", name=op.f("ck_service_request_minutes")),
        sa.CheckConstraint("state BETWEEN 0 AND 7", name=op.f("ck_service_request_state")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_service_request_ente_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_service_request_sheet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_request")),
        schema="reception",
    )
    op.create_index(
        op.f("ix_service_request_ente_id"), "service_request", ["ente_id"], unique=False, schema="reception"
    )
    op.create_index(
        op.f("ix_service_request_sheet_id"), "service_request", ["sheet_id"], unique=False, schema="reception"
    )
    op.create_table(
        "sheet_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["organization.operator.id"], name=op.f("fk_sheet_note_author_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_sheet_note_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_sheet_note_office_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_sheet_note_sheet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_note")),
        schema="reception",
    )
    op.create_index(op.f("ix_sheet_note_ente_id"), "sheet_note", ["ente_id"], unique=False, schema="reception")
    op.create_index("ix_sheet_note_sheet", "sheet_note", ["sheet_id", "created_at"], unique=False, schema="reception")
    op.create_table(
        "case_sheet",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["casework.case.id"], name=op.f("fk_case_sheet_case_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_case_sheet_ente_id")),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name=op.f("fk_case_sheet_person_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["reception.care_proposal.id"], name=op.f("fk_case_sheet_proposal_id")
        ),
        sa.ForeignKeyConstraint(["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_case_sheet_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_sheet")),
        sa.UniqueConstraint("case_id", "sheet_id", name=op.f("uq_case_sheet_case_id_sheet_id")),
        schema="casework",
    )
    op.create_index(op.f("ix_case_sheet_ente_id"), "case_sheet", ["ente_id"], unique=False, schema="casework")
    op.create_table(
        "request_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document.id"], name=op.f("fk_request_paper_document_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_request_paper_ente_id")),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["reception.service_request.id"],
            name=op.f("fk_request_paper_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["reception.contact_sheet.id"], name=op.f("fk_request_paper_sheet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_paper")),
        sa.UniqueConstraint("request_id", "document_id", name=op.f("uq_request_paper_request_id_document_id")),
        schema="reception",
    )
    op.create_index(op.f("ix_request_paper_ente_id"), "request_paper", ["ente_id"], unique=False, schema="reception")
    op.create_index(op.f("ix_request_paper_sheet_id"), "request_paper", ["sheet_id"], unique=False, schema="reception")
    protect()


def downgrade() -> None:
    """Restore a backup instead: docs/runbooks/backup-and-restore.md."""
    raise NotImplementedError
