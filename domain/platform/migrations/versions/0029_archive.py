"""The archive of documents of each person: folders, versions, what is private, words to find them by."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.archive_policies import file_what_is_there, protect

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    _rules()
    _filings()
    _words()
    _private()
    protect()
    file_what_is_there()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _rules() -> None:
    """In which folder papers go by themselves."""
    op.create_table('folder_rule',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('paper', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('folder', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('set_by_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_folder_rule_ente_id')),
    sa.ForeignKeyConstraint(['set_by_id'], ['organization.operator.id'], name=op.f('fk_folder_rule_set_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_folder_rule')),
    sa.UniqueConstraint('ente_id', 'paper', name=op.f('uq_folder_rule_ente_id_paper')),
    schema='documents'
    )


def _filings() -> None:
    """Where each document stands."""
    op.create_table('filing',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('document_id', sa.Uuid(), nullable=False),
    sa.Column('series_id', sa.Uuid(), nullable=False),
    sa.Column('folder', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('dated_on', sa.Date(), nullable=False),
    sa.Column('source', sa.Enum('application', 'act', 'desk', 'title', 'office', name='filing_source', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('filed_by_id', sa.Uuid(), nullable=True),
    sa.Column('private_to_id', sa.Uuid(), nullable=True),
    sa.Column('private_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('replaced_by_id', sa.Uuid(), nullable=True),
    sa.Column('annulled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('annulled_by_id', sa.Uuid(), nullable=True),
    sa.Column('annulment_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('words_read_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(annulled_at IS NULL) = (annulment_reason = '')", name=op.f('ck_filing_annulled')),
    sa.CheckConstraint("(private_to_id IS NULL) = (private_reason = '')", name=op.f('ck_filing_private')),
    sa.ForeignKeyConstraint(['annulled_by_id'], ['organization.operator.id'], name=op.f('fk_filing_annulled_by_id')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.document.id'], name=op.f('fk_filing_document_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_filing_ente_id')),
    sa.ForeignKeyConstraint(['filed_by_id'], ['organization.operator.id'], name=op.f('fk_filing_filed_by_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_filing_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_filing_person_id')),
    sa.ForeignKeyConstraint(['private_to_id'], ['organization.office.id'], name=op.f('fk_filing_private_to_id')),
    sa.ForeignKeyConstraint(['replaced_by_id'], ['documents.filing.id'], name=op.f('fk_filing_replaced_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_filing')),
    sa.UniqueConstraint('document_id', name=op.f('uq_filing_document_id')),
    schema='documents'
    )
    op.create_index(op.f('ix_filing_ente_id'), 'filing', ['ente_id'], unique=False, schema='documents')
    op.create_index('ix_filing_person_id_folder', 'filing', ['person_id', 'folder'], unique=False, schema='documents')
    op.create_index(op.f('ix_filing_series_id'), 'filing', ['series_id'], unique=False, schema='documents')
    op.create_index('ix_filing_unread', 'filing', ['created_at'], unique=False, schema='documents', postgresql_where=sa.text('words_read_at IS NULL'))


def _words() -> None:
    """The words of documents."""
    op.create_table('filing_words',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('filing_id', sa.Uuid(), nullable=False),
    sa.Column('words', postgresql.TSVECTOR(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_filing_words_ente_id')),
    sa.ForeignKeyConstraint(['filing_id'], ['documents.filing.id'], name=op.f('fk_filing_words_filing_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_filing_words_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_filing_words')),
    sa.UniqueConstraint('filing_id', name=op.f('uq_filing_words_filing_id')),
    schema='documents'
    )
    op.create_index(op.f('ix_filing_words_ente_id'), 'filing_words', ['ente_id'], unique=False, schema='documents')
    op.create_index(op.f('ix_filing_words_person_id'), 'filing_words', ['person_id'], unique=False, schema='documents')


def _private() -> None:
    """Documents of one office alone."""
    op.add_column('document', sa.Column('private_to_id', sa.Uuid(), nullable=True), schema='documents')
    op.create_foreign_key(op.f('fk_document_private_to_id'), 'document', 'office', ['private_to_id'], ['id'], source_schema='documents', referent_schema='organization')
