"""Messages with their deliveries, how somebody is safely reached, the words of an ente, and notices to operators."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.message_policies import carry_over, protect

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    _profiles()
    _words()
    _notices()
    _deliveries()
    _letters()
    carry_over()
    _one_way_no_more()
    protect()


def downgrade() -> None:
    """A step back would lose how people are safely reached: restore a copy instead."""
    raise NotImplementedError


def _profiles() -> None:
    """How somebody is safely reached."""
    op.create_table('contact_profile',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('wanted', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('never', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('weekdays', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('from_minute', sa.Integer(), nullable=True),
    sa.Column('to_minute', sa.Integer(), nullable=True),
    sa.Column('is_sender_neutral', sa.Boolean(), nullable=False),
    sa.Column('is_phone_shared', sa.Boolean(), nullable=False),
    sa.Column('is_mail_shared', sa.Boolean(), nullable=False),
    sa.Column('is_hidden', sa.Boolean(), nullable=False),
    sa.Column('why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('set_by_id', sa.Uuid(), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_contact_profile_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_contact_profile_person_id')),
    sa.ForeignKeyConstraint(['set_by_id'], ['organization.operator.id'], name=op.f('fk_contact_profile_set_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_profile')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_contact_profile_ente_id'), 'contact_profile', ['ente_id'], unique=False, schema='correspondence')
    op.create_index('ix_contact_profile_now', 'contact_profile', ['person_id'], unique=False, schema='correspondence', postgresql_where=sa.text('ended_at IS NULL'))
    op.create_index(op.f('ix_contact_profile_person_id'), 'contact_profile', ['person_id'], unique=False, schema='correspondence')


def _words() -> None:
    """The words and the hours of an ente."""
    op.create_table('message_hours',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('quiet_from', sa.Integer(), nullable=False),
    sa.Column('quiet_to', sa.Integer(), nullable=False),
    sa.Column('is_sunday_quiet', sa.Boolean(), nullable=False),
    sa.Column('neutral_sender', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_message_hours_ente_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['organization.operator.id'], name=op.f('fk_message_hours_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_message_hours')),
    sa.UniqueConstraint('ente_id', 'number', name=op.f('uq_message_hours_ente_id_number')),
    schema='correspondence'
    )
    op.create_table('message_template',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('occasion', sa.Enum('application_received', 'application_by_delegate', 'integration_requested', 'integration_reminder', 'state_changed', 'rejection_announced', 'decision_taken', 'office_message', 'draft_expiring', 'document_due', 'title_changed', 'copy_ready', 'rectification_news', 'other', name='occasion', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('short', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_shipped', sa.Boolean(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_message_template_ente_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['organization.operator.id'], name=op.f('fk_message_template_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_message_template')),
    sa.UniqueConstraint('ente_id', 'occasion', 'language', 'number', name=op.f('uq_message_template_ente_id_occasion_language_number')),
    schema='correspondence'
    )


def _notices() -> None:
    """What operators are told of."""
    op.create_table('notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('sheet_received', 'sheet_returned', 'care_proposed', 'application_arrived', 'application_assigned', 'application_news', 'case_taken', 'deadline', 'citizen_message', 'protected_file_opened', 'rectifications_due', 'civil_differences', name='notice_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('msgid', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('values', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('path', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_notice_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_notice_operator_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice')),
    sa.UniqueConstraint('operator_id', 'key', name=op.f('uq_notice_operator_id_key')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_notice_ente_id'), 'notice', ['ente_id'], unique=False, schema='correspondence')
    op.create_index('ix_notice_list', 'notice', ['operator_id', 'created_at'], unique=False, schema='correspondence')
    op.create_index('ix_notice_unread', 'notice', ['operator_id'], unique=False, schema='correspondence', postgresql_where=sa.text('read_at IS NULL'))
    op.create_table('notice_choice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('sheet_received', 'sheet_returned', 'care_proposed', 'application_arrived', 'application_assigned', 'application_news', 'case_taken', 'deadline', 'citizen_message', 'protected_file_opened', 'rectifications_due', 'civil_differences', name='notice_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('is_mailed', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_notice_choice_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_notice_choice_operator_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice_choice')),
    sa.UniqueConstraint('operator_id', 'kind', name=op.f('uq_notice_choice_operator_id_kind')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_notice_choice_ente_id'), 'notice_choice', ['ente_id'], unique=False, schema='correspondence')


def _deliveries() -> None:
    """The ways by which a letter leaves."""
    op.create_table('delivery',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('letter_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('channel', sa.Enum('email', 'sms', name='channel', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('recipient', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('belongs_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('queued', 'sent', 'failed', 'withheld', name='delivery_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_delivery_ente_id')),
    sa.ForeignKeyConstraint(['letter_id'], ['correspondence.letter.id'], name=op.f('fk_delivery_letter_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_delivery_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery')),
    sa.UniqueConstraint('letter_id', 'channel', name=op.f('uq_delivery_letter_id_channel')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_delivery_ente_id'), 'delivery', ['ente_id'], unique=False, schema='correspondence')
    op.create_index(op.f('ix_delivery_person_id'), 'delivery', ['person_id'], unique=False, schema='correspondence')
    op.create_table('delivery_attempt',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('delivery_id', sa.Uuid(), nullable=False),
    sa.Column('answer', sa.Enum('taken', 'not_now', 'never', name='answer', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('milliseconds', sa.Integer(), nullable=False),
    sa.Column('problem', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['delivery_id'], ['correspondence.delivery.id'], name=op.f('fk_delivery_attempt_delivery_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_delivery_attempt_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery_attempt')),
    schema='correspondence'
    )
    op.create_index('ix_delivery_attempt_delivery', 'delivery_attempt', ['delivery_id', 'created_at'], unique=False, schema='correspondence')
    op.create_index(op.f('ix_delivery_attempt_ente_id'), 'delivery_attempt', ['ente_id'], unique=False, schema='correspondence')


def _letters() -> None:
    """A letter is a message; those of before count as read."""
    op.add_column('letter', sa.Column('occasion', sa.Enum('application_received', 'application_by_delegate', 'integration_requested', 'integration_reminder', 'state_changed', 'rejection_announced', 'decision_taken', 'office_message', 'draft_expiring', 'document_due', 'title_changed', 'copy_ready', 'rectification_news', 'other', name='occasion', native_enum=False, create_constraint=True, length=40), nullable=False, server_default='other'), schema='correspondence')
    op.add_column('letter', sa.Column('short', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''), schema='correspondence')
    op.add_column('letter', sa.Column('is_urgent', sa.Boolean(), nullable=False, server_default='false'), schema='correspondence')
    op.add_column('letter', sa.Column('is_hidden', sa.Boolean(), nullable=False, server_default='false'), schema='correspondence')
    op.add_column('letter', sa.Column('read_at', sa.DateTime(timezone=True), nullable=True), schema='correspondence')
    op.create_index('ix_letter_unread', 'letter', ['person_id'], unique=False, schema='correspondence', postgresql_where=sa.text('read_at IS NULL'))
    for name in ("occasion", "short", "is_urgent", "is_hidden"):
        op.alter_column("letter", name, server_default=None, schema="correspondence")


def _one_way_no_more() -> None:
    """After what they say was carried over."""
    op.drop_column('letter', 'recipient', schema='correspondence')
    op.drop_column('letter', 'channel', schema='correspondence')
    op.drop_column('letter', 'attempts', schema='correspondence')
