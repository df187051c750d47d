"""Calls for applications with points, and attestations that may be checked."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.bando_policies import protect

revision: str = "0031"
down_revision: str | None = "0030"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    _bandi()
    _applications()
    _scores()
    _attestations()
    protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _bandi() -> None:
    """Bandi, and the versions that everybody could read."""
    op.create_table('bando',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('service_id', sa.Uuid(), nullable=False),
    sa.Column('service_version_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('status', sa.Enum('draft', 'published', 'concluded', 'annulled', name='bando_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('content', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('opens_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('result', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('result_address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('result_size', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('changed_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(status = 'draft') = (number = 0)", name=op.f('ck_bando_published')),
    sa.CheckConstraint("status = 'draft' OR (opens_at IS NOT NULL AND closes_at IS NOT NULL)", name=op.f('ck_bando_dated')),
    sa.CheckConstraint('opens_at < closes_at', name=op.f('ck_bando_period')),
    sa.ForeignKeyConstraint(['changed_by_id'], ['organization.operator.id'], name=op.f('fk_bando_changed_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_bando_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_bando_office_id')),
    sa.ForeignKeyConstraint(['service_id'], ['catalogue.service.id'], name=op.f('fk_bando_service_id')),
    sa.ForeignKeyConstraint(['service_version_id'], ['catalogue.service_version.id'], name=op.f('fk_bando_service_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bando')),
    sa.UniqueConstraint('ente_id', 'slug', name=op.f('uq_bando_ente_id_slug')),
    schema='catalogue'
    )
    op.create_index('ix_bando_open', 'bando', ['status', 'closes_at'], unique=False, schema='catalogue')
    op.create_index(op.f('ix_bando_service_id'), 'bando', ['service_id'], unique=False, schema='catalogue')
    op.create_table('bando_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('bando_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('change', sa.Enum('published', 'extended', 'rectified', 'annulled', 'concluded', name='bando_change', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('opens_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['bando_id'], ['catalogue.bando.id'], name=op.f('fk_bando_version_bando_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_bando_version_ente_id')),
    sa.ForeignKeyConstraint(['published_by_id'], ['organization.operator.id'], name=op.f('fk_bando_version_published_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bando_version')),
    sa.UniqueConstraint('bando_id', 'number', name=op.f('uq_bando_version_bando_id_number')),
    schema='catalogue'
    )
    op.create_index(op.f('ix_bando_version_ente_id'), 'bando_version', ['ente_id'], unique=False, schema='catalogue')


def _applications() -> None:
    """To which bando an application answers; a draft for a bando stands beside one for the service alone."""
    for name in ("one_draft", "one_desk_draft"):
        op.drop_index(f"uq_application_{name}", table_name="application", schema="intake")
    op.add_column('application', sa.Column('bando_id', sa.Uuid(), nullable=True), schema='intake')
    op.create_index(op.f('ix_application_bando_id'), 'application', ['bando_id'], unique=False, schema='intake')
    op.create_index('uq_application_one_bando_draft', 'application', ['applicant_id', 'beneficiary_id', 'bando_id', sa.text('(entered_by_id IS NULL)')], unique=True, schema='intake', postgresql_where=sa.text("status = 'draft' AND bando_id IS NOT NULL"))
    op.create_foreign_key(op.f('fk_application_bando_id'), 'application', 'bando', ['bando_id'], ['id'], source_schema='intake', referent_schema='catalogue')
    for name, whose in (("one_draft", "NULL"), ("one_desk_draft", "NOT NULL")):
        op.create_index(
            f"uq_application_{name}", "application", ["applicant_id", "beneficiary_id", "service_id"], unique=True,
            schema="intake",
            postgresql_where=sa.text(f"status = 'draft' AND entered_by_id IS {whose} AND bando_id IS NULL"),
        )


def _scores() -> None:
    """Points, each time they were counted."""
    op.create_table('bando_score',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('bando_id', sa.Uuid(), nullable=False),
    sa.Column('bando_number', sa.Integer(), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('given', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('corrections', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('corrected', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.Column('counted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_bando_score_application_id')),
    sa.ForeignKeyConstraint(['bando_id'], ['catalogue.bando.id'], name=op.f('fk_bando_score_bando_id')),
    sa.ForeignKeyConstraint(['by_id'], ['organization.operator.id'], name=op.f('fk_bando_score_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_bando_score_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_bando_score_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bando_score')),
    sa.UniqueConstraint('application_id', 'turn', name=op.f('uq_bando_score_application_id_turn')),
    schema='intake'
    )
    op.create_index(op.f('ix_bando_score_bando_id'), 'bando_score', ['bando_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_bando_score_ente_id'), 'bando_score', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_bando_score_person_id'), 'bando_score', ['person_id'], unique=False, schema='intake')


def _attestations() -> None:
    """What was attested, and what an ente lets its attestations say."""
    op.create_table('attestation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('application', 'year', 'in_charge', name='attestation_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=True),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('issued_by_id', sa.Uuid(), nullable=True),
    sa.Column('asked_by_id', sa.Uuid(), nullable=True),
    sa.Column('document_id', sa.Uuid(), nullable=True),
    sa.Column('protocollo', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_by_id', sa.Uuid(), nullable=True),
    sa.Column('revocation_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("(kind = 'year') = (application_id IS NULL)", name=op.f('ck_attestation_application')),
    sa.CheckConstraint("(kind = 'year') = (year IS NOT NULL)", name=op.f('ck_attestation_year')),
    sa.CheckConstraint('(revoked_at IS NULL) = (revoked_by_id IS NULL)', name=op.f('ck_attestation_revoked')),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_attestation_application_id')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['registry.person.id'], name=op.f('fk_attestation_asked_by_id')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.document.id'], name=op.f('fk_attestation_document_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_attestation_ente_id')),
    sa.ForeignKeyConstraint(['issued_by_id'], ['organization.operator.id'], name=op.f('fk_attestation_issued_by_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_attestation_person_id')),
    sa.ForeignKeyConstraint(['revoked_by_id'], ['organization.operator.id'], name=op.f('fk_attestation_revoked_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attestation')),
    sa.UniqueConstraint('code', name=op.f('uq_attestation_code')),
    schema='intake'
    )
    op.create_index(op.f('ix_attestation_application_id'), 'attestation', ['application_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_attestation_asked_by_id'), 'attestation', ['asked_by_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_attestation_ente_id'), 'attestation', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_attestation_person_id'), 'attestation', ['person_id'], unique=False, schema='intake')
    op.create_table('attestation_rules',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('is_charge_told', sa.Boolean(), nullable=False),
    sa.Column('is_registered', sa.Boolean(), nullable=False),
    sa.Column('changed_by_id', sa.Uuid(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['changed_by_id'], ['organization.operator.id'], name=op.f('fk_attestation_rules_changed_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_attestation_rules_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attestation_rules')),
    sa.UniqueConstraint('ente_id', name=op.f('uq_attestation_rules_ente_id')),
    schema='intake'
    )
