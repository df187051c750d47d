"""Old archives brought in: files, their rows, how columns are understood, and every row that an import has written."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.import_policies import make_schema, protect

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    make_schema()
    op.create_table('archive_import',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('people', 'members', 'sheets', 'cases', name='archive_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('stage', sa.Enum('reading', 'unreadable', 'mapping', 'trying', 'tried', 'writing', 'written', 'undoing', 'undone', name='import_stage', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('file_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('file_address', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('file_size', sa.Integer(), nullable=False),
    sa.Column('problem', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('headings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('columns', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('choices', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('meanings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('doubts', sa.Enum('leave_out', 'create', 'same', name='doubt', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('counts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('undone_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('undone_by_id', sa.Uuid(), nullable=True),
    sa.Column('undo_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_archive_import_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_archive_import_office_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_archive_import_operator_id')),
    sa.ForeignKeyConstraint(['undone_by_id'], ['organization.operator.id'], name=op.f('fk_archive_import_undone_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_archive_import')),
    schema='legacy'
    )
    op.create_index('ix_archive_import_expires', 'archive_import', ['expires_on'], unique=False, schema='legacy', postgresql_where=sa.text('removed_at IS NULL'))
    op.create_index('ix_archive_import_listed', 'archive_import', ['ente_id', sa.literal_column('created_at DESC')], unique=False, schema='legacy')
    op.create_table('column_mapping',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('people', 'members', 'sheets', 'cases', name='archive_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('headings_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('columns', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('choices', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('meanings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('saved_by_id', sa.Uuid(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_column_mapping_ente_id')),
    sa.ForeignKeyConstraint(['saved_by_id'], ['organization.operator.id'], name=op.f('fk_column_mapping_saved_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_column_mapping')),
    sa.UniqueConstraint('ente_id', 'kind', 'name', name=op.f('uq_column_mapping_ente_id_kind_name')),
    schema='legacy'
    )
    op.create_table('import_row',
    sa.Column('import_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('cells', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('outcome', sa.Enum('untried', 'new', 'matched', 'doubtful', 'rejected', name='row_outcome', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('keys', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('external_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('problems', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('warnings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('target_id', sa.Uuid(), nullable=True),
    sa.Column('candidates', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('choice', sa.Enum('leave_out', 'create', 'same', name='doubt', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_kept', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_import_row_ente_id')),
    sa.ForeignKeyConstraint(['import_id'], ['legacy.archive_import.id'], name=op.f('fk_import_row_import_id')),
    sa.PrimaryKeyConstraint('import_id', 'number', name=op.f('pk_import_row')),
    schema='legacy'
    )
    op.create_index('ix_import_row_external_id', 'import_row', ['ente_id', 'external_id'], unique=False, schema='legacy')
    op.create_index('ix_import_row_outcome', 'import_row', ['import_id', 'outcome', 'number'], unique=False, schema='legacy')
    op.create_table('written_row',
    sa.Column('import_id', sa.Uuid(), nullable=False),
    sa.Column('table_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_id', sa.Uuid(), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_written_row_ente_id')),
    sa.ForeignKeyConstraint(['import_id'], ['legacy.archive_import.id'], name=op.f('fk_written_row_import_id')),
    sa.PrimaryKeyConstraint('import_id', 'table_name', 'row_id', name=op.f('pk_written_row')),
    schema='legacy'
    )
    op.create_index('ix_written_row_number', 'written_row', ['import_id', 'number'], unique=False, schema='legacy')
    op.create_index('ix_written_row_row_id', 'written_row', ['row_id'], unique=False, schema='legacy')
    op.drop_constraint(op.f('fk_duplicate_candidate_first_id'), 'duplicate_candidate', schema='registry', type_='foreignkey')
    op.drop_constraint(op.f('fk_duplicate_candidate_second_id'), 'duplicate_candidate', schema='registry', type_='foreignkey')
    op.create_foreign_key(op.f('fk_duplicate_candidate_second_id'), 'duplicate_candidate', 'person', ['second_id'], ['id'], source_schema='registry', referent_schema='registry', ondelete='CASCADE')
    op.create_foreign_key(op.f('fk_duplicate_candidate_first_id'), 'duplicate_candidate', 'person', ['first_id'], ['id'], source_schema='registry', referent_schema='registry', ondelete='CASCADE')
    protect()


def downgrade() -> None:
    """A step back would lose which rows an import has written, so that none could be taken back: restore a copy."""
    raise NotImplementedError
