"""The examination of applications: what is asked item by item, letters, filters that are kept."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.examination_policies import protect

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    _filters()
    _appeals()
    _items()
    _letters()
    _languages()
    protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _filters() -> None:
    """Filters of the queue that are kept."""
    op.create_table('saved_filter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('query', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_saved_filter_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_saved_filter_operator_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_filter')),
    sa.UniqueConstraint('operator_id', 'name', name='uq_saved_filter_name'),
    schema='intake'
    )
    op.create_index(op.f('ix_saved_filter_ente_id'), 'saved_filter', ['ente_id'], unique=False, schema='intake')


def _appeals() -> None:
    """How decisions are appealed, in the words of each ente."""
    op.create_table('appeal_words',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_appeal_words_ente_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['organization.operator.id'], name=op.f('fk_appeal_words_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appeal_words')),
    sa.UniqueConstraint('ente_id', name=op.f('uq_appeal_words_ente_id')),
    schema='intake'
    )


def _items() -> None:
    """What is asked, item by item."""
    op.create_table('integration_item',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('passage_id', sa.Uuid(), nullable=True),
    sa.Column('visa_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.Enum('document', 'answer', 'observation', name='item_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('document_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(answered_at IS NULL) = (answer = '' AND document_id IS NULL)", name=op.f('ck_integration_item_answered')),
    sa.CheckConstraint('passage_id IS NOT NULL OR visa_id IS NOT NULL', name=op.f('ck_integration_item_asked')),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_integration_item_application_id')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.document.id'], name=op.f('fk_integration_item_document_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_integration_item_ente_id')),
    sa.ForeignKeyConstraint(['passage_id'], ['procedure.passage.id'], name=op.f('fk_integration_item_passage_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_integration_item_person_id')),
    sa.ForeignKeyConstraint(['visa_id'], ['procedure.visa.id'], name=op.f('fk_integration_item_visa_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_integration_item')),
    schema='intake'
    )
    op.create_index(op.f('ix_integration_item_application_id'), 'integration_item', ['application_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_integration_item_document_id'), 'integration_item', ['document_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_integration_item_ente_id'), 'integration_item', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_integration_item_passage_id'), 'integration_item', ['passage_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_integration_item_person_id'), 'integration_item', ['person_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_integration_item_visa_id'), 'integration_item', ['visa_id'], unique=False, schema='intake')


def _letters() -> None:
    """The letters of steps."""
    op.create_table('passage_letter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('passage_id', sa.Uuid(), nullable=False),
    sa.Column('template', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('document_id', sa.Uuid(), nullable=False),
    sa.Column('protocollo', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_passage_letter_application_id')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.document.id'], name=op.f('fk_passage_letter_document_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_passage_letter_ente_id')),
    sa.ForeignKeyConstraint(['passage_id'], ['procedure.passage.id'], name=op.f('fk_passage_letter_passage_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_passage_letter_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage_letter')),
    sa.UniqueConstraint('passage_id', name=op.f('uq_passage_letter_passage_id')),
    schema='intake'
    )
    op.create_index(op.f('ix_passage_letter_application_id'), 'passage_letter', ['application_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_passage_letter_document_id'), 'passage_letter', ['document_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_passage_letter_ente_id'), 'passage_letter', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_passage_letter_person_id'), 'passage_letter', ['person_id'], unique=False, schema='intake')


def _languages() -> None:
    """In which language it was asked, for the proceedings there are too."""
    op.add_column('proceeding', sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema='procedure')
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    op.execute("""
        UPDATE procedure.proceeding SET language = asked.language
        FROM intake.application asked WHERE asked.id = proceeding.subject_id""")
    op.execute("SELECT set_config('app.kind', '', true), set_config('app.enti', '', true)")
