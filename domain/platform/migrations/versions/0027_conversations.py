"""What people and offices write to each other, the answers an ente has ready, and for how long it is kept."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.conversation_policies import protect

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KINDS = (
    "draft application case document protocollo letter reading former_fact account rectification housing_need"
    " isee conversation"
)
STARTS = (
    "saved submitted withdrawn last_entry kept expired registered written read dropped signed_in answered closed"
    " last_message"
)


def upgrade() -> None:
    """Step forward."""
    _conversations()
    _rules()
    _ready_answers()
    _messages()
    _files()
    protect()
    _allow("kind", "retention_kind", KINDS)
    _allow("starts_from", "retention_start", STARTS)


def _allow(column: str, name: str, words: str) -> None:
    """A term of retention may name these words, and no others."""
    op.drop_constraint(op.f(f"ck_retention_rule_{name}"), "retention_rule", schema="privacy", type_="check")
    among = ", ".join(f"'{word}'" for word in words.split())
    op.create_check_constraint(
        op.f(f"ck_retention_rule_{name}"), "retention_rule", f"{column} IN ({among})", schema="privacy"
    )


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _conversations() -> None:
    """One for each matter."""
    op.create_table('conversation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('about', sa.Enum('application', 'case', name='about', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('told_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('waiting', 'answered', 'set_aside', name='conversation_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_message_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('set_aside_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('set_aside_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(status = 'waiting') = (asked_at IS NOT NULL)", name=op.f('ck_conversation_waiting')),
    sa.CheckConstraint("status <> 'set_aside' OR set_aside_reason <> ''", name=op.f('ck_conversation_reason')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_conversation_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_conversation_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_conversation_person_id')),
    sa.ForeignKeyConstraint(['set_aside_by_id'], ['organization.operator.id'], name=op.f('fk_conversation_set_aside_by_id')),
    sa.ForeignKeyConstraint(['told_id'], ['registry.person.id'], name=op.f('fk_conversation_told_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_conversation')),
    sa.UniqueConstraint('about', 'subject_id', name=op.f('uq_conversation_about_subject_id')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_conversation_office_id'), 'conversation', ['office_id'], unique=False, schema='correspondence')
    op.create_index(op.f('ix_conversation_person_id'), 'conversation', ['person_id'], unique=False, schema='correspondence')
    op.create_index('ix_conversation_latest', 'conversation', ['ente_id', 'last_message_at'], unique=False, schema='correspondence')
    op.create_index('ix_conversation_queue', 'conversation', ['ente_id', 'status', 'asked_at'], unique=False, schema='correspondence')
    op.create_index(op.f('ix_conversation_told_id'), 'conversation', ['told_id'], unique=False, schema='correspondence')


def _rules() -> None:
    """What an office says of its conversations."""
    op.create_table('conversation_rules',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('reply_days', sa.Integer(), nullable=True),
    sa.Column('most_a_day', sa.Integer(), nullable=True),
    sa.Column('set_by_id', sa.Uuid(), nullable=False),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('most_a_day BETWEEN 1 AND 200', name=op.f('ck_conversation_rules_most_a_day')),
    sa.CheckConstraint('reply_days BETWEEN 1 AND 90', name=op.f('ck_conversation_rules_reply_days')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_conversation_rules_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_conversation_rules_office_id')),
    sa.ForeignKeyConstraint(['set_by_id'], ['organization.operator.id'], name=op.f('fk_conversation_rules_set_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_conversation_rules')),
    sa.UniqueConstraint('office_id', name=op.f('uq_conversation_rules_office_id')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_conversation_rules_ente_id'), 'conversation_rules', ['ente_id'], unique=False, schema='correspondence')


def _ready_answers() -> None:
    """The answers of an ente."""
    op.create_table('ready_answer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('texts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('is_retired', sa.Boolean(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_ready_answer_ente_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['organization.operator.id'], name=op.f('fk_ready_answer_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ready_answer')),
    sa.UniqueConstraint('ente_id', 'name', name=op.f('uq_ready_answer_ente_id_name')),
    schema='correspondence'
    )


def _messages() -> None:
    """What was written."""
    op.create_table('conversation_message',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('conversation_id', sa.Uuid(), nullable=False),
    sa.Column('side', sa.Enum('citizen', 'office', 'note', name='side', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=True),
    sa.Column('author_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('ready_text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('ready_source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(side <> 'citizen') = (operator_id IS NOT NULL)", name=op.f('ck_conversation_message_operator')),
    sa.CheckConstraint("(side = 'citizen') = (written_by_id IS NOT NULL)", name=op.f('ck_conversation_message_citizen')),
    sa.ForeignKeyConstraint(['conversation_id'], ['correspondence.conversation.id'], name=op.f('fk_conversation_message_conversation_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_conversation_message_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_conversation_message_office_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_conversation_message_operator_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['registry.person.id'], name=op.f('fk_conversation_message_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_conversation_message')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_conversation_message_ente_id'), 'conversation_message', ['ente_id'], unique=False, schema='correspondence')
    op.create_index('ix_conversation_message_list', 'conversation_message', ['conversation_id', 'created_at'], unique=False, schema='correspondence')
    op.create_index(op.f('ix_conversation_message_written_by_id'), 'conversation_message', ['written_by_id'], unique=False, schema='correspondence')


def _files() -> None:
    """What goes with it."""
    op.create_table('conversation_file',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('message_id', sa.Uuid(), nullable=False),
    sa.Column('document_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.document.id'], name=op.f('fk_conversation_file_document_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_conversation_file_ente_id')),
    sa.ForeignKeyConstraint(['message_id'], ['correspondence.conversation_message.id'], name=op.f('fk_conversation_file_message_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_conversation_file')),
    sa.UniqueConstraint('message_id', 'document_id', name=op.f('uq_conversation_file_message_id_document_id')),
    schema='correspondence'
    )
    op.create_index(op.f('ix_conversation_file_document_id'), 'conversation_file', ['document_id'], unique=False, schema='correspondence')
    op.create_index(op.f('ix_conversation_file_ente_id'), 'conversation_file', ['ente_id'], unique=False, schema='correspondence')
