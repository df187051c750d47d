"""The protocollo as a register: fingerprints and names, annulments, closed days."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

from domain.platform.migrations.row_security import grant, guard, in_reach

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_table('register_day',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('registered_on', sa.Date(), nullable=False),
    sa.Column('entries', sa.Integer(), nullable=False),
    sa.Column('annulments', sa.Integer(), nullable=False),
    sa.Column('first_label', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('last_label', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('previous_sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('signed_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_register_day_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_register_day')),
    sa.UniqueConstraint('ente_id', 'registered_on', name=op.f('uq_register_day_ente_id_registered_on')),
    schema='documents'
    )
    op.create_table('protocollo_annulment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('entry_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('act', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_protocollo_annulment_ente_id')),
    sa.ForeignKeyConstraint(['entry_id'], ['documents.protocollo.id'], name=op.f('fk_protocollo_annulment_entry_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_protocollo_annulment_operator_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_protocollo_annulment')),
    sa.UniqueConstraint('entry_id', name=op.f('uq_protocollo_annulment_entry_id')),
    schema='documents'
    )
    op.create_index('ix_protocollo_annulment_ente_id_created_at', 'protocollo_annulment', ['ente_id', 'created_at'], unique=False, schema='documents')
    op.add_column('protocollo', sa.Column('counterpart', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''), schema='documents')
    op.alter_column('protocollo', 'counterpart', server_default=None, schema='documents')
    op.add_column('protocollo', sa.Column('content_sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=True), schema='documents')
    op.create_index('ix_protocollo_ente_id_registered_at', 'protocollo', ['ente_id', 'registered_at'], unique=False, schema='documents')
    for table in ("protocollo_annulment", "register_day"):  # the ente's, and nothing in them is ever changed
        guard(f"documents.{table}", in_reach())
    grant("documents", append_only=("protocollo_annulment", "register_day"))


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
