"""The rights of people over their data: copies, corrections, terms of retention; records shown to another ente."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.privacy_policies import make_schema, protect

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    make_schema()
    op.create_table('personal_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('waiting', 'ready', 'removed', name='copy_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('parts_done', sa.Integer(), nullable=False),
    sa.Column('parts', sa.Integer(), nullable=False),
    sa.Column('json_address', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('json_sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('json_size', sa.Integer(), nullable=False),
    sa.Column('pdf_address', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('pdf_sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('pdf_size', sa.Integer(), nullable=False),
    sa.Column('ready_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by_id'], ['registry.person.id'], name=op.f('fk_personal_copy_asked_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_personal_copy_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_personal_copy_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_personal_copy')),
    schema='privacy'
    )
    op.create_index('ix_personal_copy_asked', 'personal_copy', ['asked_by_id', 'person_id', sa.literal_column('created_at DESC')], unique=False, schema='privacy')
    op.create_index(op.f('ix_personal_copy_ente_id'), 'personal_copy', ['ente_id'], unique=False, schema='privacy')
    op.create_index('ix_personal_copy_expires', 'personal_copy', ['status', 'expires_at'], unique=False, schema='privacy')
    op.create_index(op.f('ix_personal_copy_person_id'), 'personal_copy', ['person_id'], unique=False, schema='privacy')
    op.create_table('retention_rule',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('draft', 'application', 'case', 'document', 'protocollo', 'letter', 'reading', 'former_fact', 'account', 'rectification', name='retention_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('starts_from', sa.Enum('saved', 'submitted', 'withdrawn', 'last_entry', 'kept', 'expired', 'registered', 'written', 'read', 'dropped', 'signed_in', 'answered', name='retention_start', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('months', sa.Integer(), nullable=True),
    sa.Column('outcome', sa.Enum('review', 'delete', 'anonymise', 'keep', name='retention_outcome', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('legal_ground', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(outcome = 'keep') = (months IS NULL)", name=op.f('ck_retention_rule_outcome')),
    sa.CheckConstraint('months IS NULL OR months > 0', name=op.f('ck_retention_rule_months')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['organization.operator.id'], name=op.f('fk_retention_rule_decided_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_retention_rule_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_retention_rule')),
    sa.UniqueConstraint('ente_id', 'kind', name=op.f('uq_retention_rule_ente_id_kind')),
    schema='privacy'
    )
    op.create_table('sharing',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('to_ente_id', sa.Uuid(), nullable=False),
    sa.Column('purpose', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('legal_ground', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('held_during', postgresql.DATERANGE(), nullable=False),
    sa.Column('granted_by_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('ente_id <> to_ente_id', name=op.f('ck_sharing_another')),
    sa.ForeignKeyConstraint(['ended_by_id'], ['organization.operator.id'], name=op.f('fk_sharing_ended_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_sharing_ente_id')),
    sa.ForeignKeyConstraint(['granted_by_id'], ['organization.operator.id'], name=op.f('fk_sharing_granted_by_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_sharing_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_sharing_person_id')),
    sa.ForeignKeyConstraint(['to_ente_id'], ['organization.ente.id'], name=op.f('fk_sharing_to_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sharing')),
    schema='registry'
    )
    op.create_index(op.f('ix_sharing_ente_id'), 'sharing', ['ente_id'], unique=False, schema='registry')
    op.create_index(op.f('ix_sharing_person_id'), 'sharing', ['person_id'], unique=False, schema='registry')
    op.create_index('ix_sharing_to', 'sharing', ['to_ente_id'], unique=False, schema='registry', postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('rectification',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('fact_id', sa.Uuid(), nullable=True),
    sa.Column('fact_kind', sa.Enum('identity', 'alias', 'death', 'citizenship', 'civil_status', 'residence', 'domicile', 'contact', 'identity_document', 'permit', 'foreign_status', 'language', 'education', 'work', 'housing', 'autonomy', 'doctor', 'disability', 'court', 'note', name='fact_kind', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('wrong', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('wanted', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('open', 'accepted', 'refused', name='rectification_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('extended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('extension_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('new_fact_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("status = 'open' OR answered_at IS NOT NULL", name=op.f('ck_rectification_answered')),
    sa.ForeignKeyConstraint(['answered_by_id'], ['organization.operator.id'], name=op.f('fk_rectification_answered_by_id')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['registry.person.id'], name=op.f('fk_rectification_asked_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_rectification_ente_id')),
    sa.ForeignKeyConstraint(['fact_id'], ['registry.fact.id'], name=op.f('fk_rectification_fact_id')),
    sa.ForeignKeyConstraint(['new_fact_id'], ['registry.fact.id'], name=op.f('fk_rectification_new_fact_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_rectification_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rectification')),
    schema='privacy'
    )
    op.create_index('ix_rectification_due', 'rectification', ['ente_id', 'status', 'due_on'], unique=False, schema='privacy')
    op.create_index(op.f('ix_rectification_person_id'), 'rectification', ['person_id'], unique=False, schema='privacy')
    protect()


def downgrade() -> None:
    """A step back would lose who was handed what, and what was answered: restore a copy instead."""
    raise NotImplementedError
 
