"""The civil registry: who is watched, what was asked, what differs."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.civil_registry_policies import number_inquiries, protect

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_table('watch',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sa.Enum('case', 'application', 'sheet', 'unchecked', name='watch_reason', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_watch_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_watch_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_watch')),
    sa.UniqueConstraint('person_id', 'reason', 'subject_id', name=op.f('uq_watch_person_id_reason_subject_id')),
    schema='registry'
    )
    op.create_index(op.f('ix_watch_ente_id'), 'watch', ['ente_id'], unique=False, schema='registry')
    op.create_index('ix_watch_open', 'watch', ['person_id'], unique=False, schema='registry', postgresql_where=sa.text('ended_at IS NULL'))
    op.create_index('ix_watch_subject_id', 'watch', ['subject_id'], unique=False, schema='registry')
    op.create_table('civil_check',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=False),
    sa.Column('outcome', sa.Enum('asked', 'found', 'nobody', 'unavailable', 'unreadable', name='inquiry_outcome', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_civil_check_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_civil_check_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_civil_check')),
    sa.UniqueConstraint('person_id', name=op.f('uq_civil_check_person_id')),
    schema='registry'
    )
    op.create_index(op.f('ix_civil_check_ente_id'), 'civil_check', ['ente_id'], unique=False, schema='registry')
    op.create_table('civil_inquiry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('practice', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('outcome', sa.Enum('asked', 'found', 'nobody', 'unavailable', 'unreadable', name='inquiry_outcome', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('answer_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_civil_inquiry_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_civil_inquiry_operator_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_civil_inquiry_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_civil_inquiry')),
    sa.UniqueConstraint('number', name=op.f('uq_civil_inquiry_number')),
    schema='registry'
    )
    op.create_index(op.f('ix_civil_inquiry_ente_id'), 'civil_inquiry', ['ente_id'], unique=False, schema='registry')
    op.create_index('ix_civil_inquiry_person_id', 'civil_inquiry', ['person_id'], unique=False, schema='registry')
    op.create_table('difference',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('death', 'household', 'residence', 'identity', name='difference_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('held', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('found_on', sa.Date(), nullable=False),
    sa.Column('status', sa.Enum('open', 'accepted', 'refused', 'outdated', name='difference_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decision_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['decided_by_id'], ['organization.operator.id'], name=op.f('fk_difference_decided_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_difference_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_difference_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_difference')),
    schema='registry'
    )
    op.create_index('ix_difference_ente_id_status', 'difference', ['ente_id', 'status'], unique=False, schema='registry')
    op.create_index('ix_difference_person_id', 'difference', ['person_id'], unique=False, schema='registry')
    op.create_index('uq_difference_open', 'difference', ['person_id', 'kind', 'name'], unique=True, schema='registry', postgresql_where=sa.text("status = 'open'"))
    number_inquiries()
    protect()


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError
