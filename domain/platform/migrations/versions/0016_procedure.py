"""Procedures as data, what goes through them, the days off and the numbers of the law."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.procedure_policies import make_schema, protect

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    make_schema()
    _calendar()
    _procedures()
    _proceedings()
    protect()


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError


def _calendar() -> None:
    """Days off and the numbers of the law."""
    op.create_table('common_holiday',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('word', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=True),
    sa.Column('month', sa.Integer(), nullable=True),
    sa.Column('month_day', sa.Integer(), nullable=True),
    sa.Column('easter_offset', sa.Integer(), nullable=True),
    sa.Column('single_on', sa.Date(), nullable=True),
    sa.Column('valid_during', postgresql.DATERANGE(), nullable=False),
    sa.CheckConstraint('num_nonnulls(weekday, month, easter_offset, single_on) = 1 AND (month IS NULL) = (month_day IS NULL)', name=op.f('ck_common_holiday_form')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_common_holiday')),
    sa.UniqueConstraint('word', name=op.f('uq_common_holiday_word')),
    schema='procedure'
    )
    op.create_table('legal_terms_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('valid_during', postgresql.DATERANGE(), nullable=False),
    sa.Column('numbers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    postgresql.ExcludeConstraint((sa.column('valid_during'), '&&'), using='gist', name='ex_legal_terms_version_overlap'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_legal_terms_version')),
    schema='procedure'
    )
    op.create_table('local_holiday',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('local', 'closure', name='holiday_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('name', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=True),
    sa.Column('month', sa.Integer(), nullable=True),
    sa.Column('month_day', sa.Integer(), nullable=True),
    sa.Column('easter_offset', sa.Integer(), nullable=True),
    sa.Column('single_on', sa.Date(), nullable=True),
    sa.Column('valid_during', postgresql.DATERANGE(), nullable=False),
    sa.Column('is_for_office', sa.Boolean(), nullable=False),
    sa.CheckConstraint("NOT is_for_office OR source <> ''", name=op.f('ck_local_holiday_office')),
    sa.CheckConstraint('num_nonnulls(weekday, month, easter_offset, single_on) = 1 AND (month IS NULL) = (month_day IS NULL)', name=op.f('ck_local_holiday_form')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_local_holiday_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_local_holiday')),
    schema='procedure'
    )
    op.create_index(op.f('ix_local_holiday_ente_id'), 'local_holiday', ['ente_id'], unique=False, schema='procedure')


def _procedures() -> None:
    """Procedures and their versions."""
    op.create_table('procedure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_procedure_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure')),
    sa.UniqueConstraint('ente_id', 'slug', name=op.f('uq_procedure_ente_id_slug')),
    schema='procedure'
    )
    op.create_index(op.f('ix_procedure_ente_id'), 'procedure', ['ente_id'], unique=False, schema='procedure')
    op.create_table('procedure_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('status', sa.Enum('draft', 'published', name='version_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('valid_during', postgresql.DATERANGE(), nullable=True),
    sa.Column('definition', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True),
    postgresql.ExcludeConstraint((sa.column('procedure_id'), '='), (sa.column('valid_during'), '&&'), using='gist', name='ex_procedure_version_overlap'),
    sa.CheckConstraint("(status = 'published') = (valid_during IS NOT NULL)", name=op.f('ck_procedure_version_valid')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_procedure_version_ente_id')),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.procedure.id'], name=op.f('fk_procedure_version_procedure_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure_version')),
    sa.UniqueConstraint('procedure_id', 'number', name=op.f('uq_procedure_version_procedure_id_number')),
    schema='procedure'
    )
    op.create_index(op.f('ix_procedure_version_ente_id'), 'procedure_version', ['ente_id'], unique=False, schema='procedure')
    op.create_index('uq_procedure_version_draft', 'procedure_version', ['procedure_id'], unique=True, schema='procedure', postgresql_where=sa.text("status = 'draft'"))


def _proceedings() -> None:
    """What goes through a procedure, and what happened to it."""
    op.create_table('proceeding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('service_id', sa.Uuid(), nullable=True),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('procedure_version_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('responsible_id', sa.Uuid(), nullable=True),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('clock', sa.Enum('running', 'suspended', 'stopped', name='clock', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('entered_on', sa.Date(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('term_days', sa.Integer(), nullable=False),
    sa.Column('term_ground', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('counting', sa.Enum('calendar', 'working', name='days', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('stopped_on', sa.Date(), nullable=True),
    sa.Column('acts_on', sa.Date(), nullable=True),
    sa.Column('visa_id', sa.Uuid(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('term_days > 0', name=op.f('ck_proceeding_term_days')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_proceeding_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_proceeding_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_proceeding_person_id')),
    sa.ForeignKeyConstraint(['procedure_version_id'], ['procedure.procedure_version.id'], name=op.f('fk_proceeding_procedure_version_id')),
    sa.ForeignKeyConstraint(['responsible_id'], ['organization.operator.id'], name=op.f('fk_proceeding_responsible_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proceeding')),
    sa.UniqueConstraint('subject_id', name='uq_proceeding_subject_id'),
    schema='procedure'
    )
    op.create_index('ix_proceeding_acts', 'proceeding', ['acts_on'], unique=False, schema='procedure', postgresql_where=sa.text('acts_on IS NOT NULL'))
    op.create_index('ix_proceeding_due', 'proceeding', ['ente_id', 'due_on'], unique=False, schema='procedure', postgresql_where=sa.text('stopped_on IS NULL'))
    op.create_index(op.f('ix_proceeding_office_id'), 'proceeding', ['office_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_proceeding_person_id'), 'proceeding', ['person_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_proceeding_procedure_version_id'), 'proceeding', ['procedure_version_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_proceeding_responsible_id'), 'proceeding', ['responsible_id'], unique=False, schema='procedure')
    op.create_table('passage',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('proceeding_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('transition', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('target', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('effect', sa.Enum('none', 'suspend_for_integration', 'resume', 'announce_rejection', 'grant', 'grant_in_part', 'reject', 'archive', 'withdraw', 'notify', 'ask_review', name='effect', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('trigger', sa.Enum('on_due', 'on_reply', 'on_expiry', name='trigger', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('mover', sa.Enum('operator', 'citizen', 'program', name='mover_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('mover_id', sa.Uuid(), nullable=True),
    sa.Column('moved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('moved_on', sa.Date(), nullable=False),
    sa.Column('fields', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('document_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_passage_ente_id')),
    sa.ForeignKeyConstraint(['proceeding_id'], ['procedure.proceeding.id'], name=op.f('fk_passage_proceeding_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage')),
    schema='procedure'
    )
    op.create_index(op.f('ix_passage_ente_id'), 'passage', ['ente_id'], unique=False, schema='procedure')
    op.create_index('ix_passage_proceeding', 'passage', ['proceeding_id', 'number'], unique=False, schema='procedure')
    op.create_table('term_extension',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('proceeding_id', sa.Uuid(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('ground', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('days > 0', name=op.f('ck_term_extension_days')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_term_extension_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_term_extension_operator_id')),
    sa.ForeignKeyConstraint(['proceeding_id'], ['procedure.proceeding.id'], name=op.f('fk_term_extension_proceeding_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_term_extension')),
    schema='procedure'
    )
    op.create_index(op.f('ix_term_extension_ente_id'), 'term_extension', ['ente_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_term_extension_proceeding_id'), 'term_extension', ['proceeding_id'], unique=False, schema='procedure')
    op.create_table('term_suspension',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('proceeding_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('integration', 'rejection_notice', 'other', name='pause_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('served_on', sa.Date(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('ground', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint('answered_on IS NULL OR answered_on >= starts_on', name=op.f('ck_term_suspension_order')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_term_suspension_ente_id')),
    sa.ForeignKeyConstraint(['proceeding_id'], ['procedure.proceeding.id'], name=op.f('fk_term_suspension_proceeding_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_term_suspension')),
    schema='procedure'
    )
    op.create_index(op.f('ix_term_suspension_ente_id'), 'term_suspension', ['ente_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_term_suspension_proceeding_id'), 'term_suspension', ['proceeding_id'], unique=False, schema='procedure')
    op.create_table('visa',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('proceeding_id', sa.Uuid(), nullable=False),
    sa.Column('transition', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('asked', 'given', 'refused', name='visa_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('fields', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('document_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('served_on', sa.Date(), nullable=True),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['answered_by_id'], ['organization.operator.id'], name=op.f('fk_visa_answered_by_id')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['organization.operator.id'], name=op.f('fk_visa_asked_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_visa_ente_id')),
    sa.ForeignKeyConstraint(['proceeding_id'], ['procedure.proceeding.id'], name=op.f('fk_visa_proceeding_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visa')),
    schema='procedure'
    )
    op.create_index('ix_visa_asked', 'visa', ['ente_id', 'asked_at'], unique=False, schema='procedure', postgresql_where=sa.text("status = 'asked'"))
    op.create_index(op.f('ix_visa_proceeding_id'), 'visa', ['proceeding_id'], unique=False, schema='procedure')
    op.create_table('passage_note',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('proceeding_id', sa.Uuid(), nullable=False),
    sa.Column('passage_id', sa.Uuid(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('fields', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_passage_note_ente_id')),
    sa.ForeignKeyConstraint(['passage_id'], ['procedure.passage.id'], name=op.f('fk_passage_note_passage_id')),
    sa.ForeignKeyConstraint(['proceeding_id'], ['procedure.proceeding.id'], name=op.f('fk_passage_note_proceeding_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage_note')),
    schema='procedure'
    )
    op.create_index(op.f('ix_passage_note_ente_id'), 'passage_note', ['ente_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_passage_note_passage_id'), 'passage_note', ['passage_id'], unique=False, schema='procedure')
    op.create_index(op.f('ix_passage_note_proceeding_id'), 'passage_note', ['proceeding_id'], unique=False, schema='procedure')
