"""Who waits at a desk, the texts between offices, and the register of housing needs."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.desk_policies import make_schema, protect

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    make_schema()
    _numbers()
    _texts()
    _needs()
    protect()


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError


def _numbers() -> None:
    """Who came to a desk, and when they were called."""
    op.create_table('arrival_counter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('arrived_on', sa.Date(), nullable=False),
    sa.Column('last_number', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_arrival_counter_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_arrival_counter_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arrival_counter')),
    sa.UniqueConstraint('office_id', 'arrived_on', name=op.f('uq_arrival_counter_office_id_arrived_on')),
    schema='reception'
    )
    op.create_index(op.f('ix_arrival_counter_ente_id'), 'arrival_counter', ['ente_id'], unique=False, schema='reception')
    op.create_table('arrival',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('arrived_on', sa.Date(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('status', sa.Enum('waiting', 'called', 'served', 'left', name='arrival_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('arrived_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('called_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('called_by_id', sa.Uuid(), nullable=True),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sheet_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('called_at IS NULL OR called_at >= arrived_at', name=op.f('ck_arrival_order')),
    sa.ForeignKeyConstraint(['called_by_id'], ['organization.operator.id'], name=op.f('fk_arrival_called_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_arrival_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_arrival_office_id')),
    sa.ForeignKeyConstraint(['sheet_id'], ['reception.contact_sheet.id'], name=op.f('fk_arrival_sheet_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arrival')),
    sa.UniqueConstraint('office_id', 'arrived_on', 'number', name=op.f('uq_arrival_office_id_arrived_on_number')),
    schema='reception'
    )
    op.create_index('ix_arrival_ente_id_arrived_on', 'arrival', ['ente_id', 'arrived_on'], unique=False, schema='reception')
    op.create_index(op.f('ix_arrival_sheet_id'), 'arrival', ['sheet_id'], unique=False, schema='reception')
    op.create_table('arrival_person',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('arrival_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['arrival_id'], ['reception.arrival.id'], name=op.f('fk_arrival_person_arrival_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_arrival_person_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_arrival_person_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arrival_person')),
    sa.UniqueConstraint('arrival_id', name=op.f('uq_arrival_person_arrival_id')),
    schema='reception'
    )
    op.create_index(op.f('ix_arrival_person_ente_id'), 'arrival_person', ['ente_id'], unique=False, schema='reception')
    op.create_index(op.f('ix_arrival_person_person_id'), 'arrival_person', ['person_id'], unique=False, schema='reception')


def _texts() -> None:
    """The texts between offices."""
    op.create_table('message_text',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('news', sa.Enum('sent', 'accepted', 'returned', name='referral_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_message_text_ente_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['organization.operator.id'], name=op.f('fk_message_text_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_message_text')),
    sa.UniqueConstraint('ente_id', 'news', 'number', name=op.f('uq_message_text_ente_id_news_number')),
    schema='reception'
    )


def _needs() -> None:
    """Who looks for a dwelling."""
    op.create_table('housing_need',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('household_id', sa.Uuid(), nullable=True),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('sheet_id', sa.Uuid(), nullable=False),
    sa.Column('status', sa.Enum('open', 'closed', name='need_status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('kind', sa.Enum('rent', 'buy', 'temporary', name='dwelling_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('reason', sa.Enum('no_home', 'rent_too_high', 'too_small', 'unhealthy', 'people', 'far_from_work', 'eviction', 'other', name='need_reason', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('rooms', sa.Integer(), nullable=True),
    sa.Column('people', sa.Integer(), nullable=True),
    sa.Column('most_rent', sa.Numeric(precision=10, scale=2), nullable=True),
    sa.Column('since_on', sa.Date(), nullable=False),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('is_reserved', sa.Boolean(), nullable=False),
    sa.Column('is_of_masked_desk', sa.Boolean(), nullable=False),
    sa.Column('masked_roles', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('closing_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('closing_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("status = 'open' OR closed_at IS NOT NULL", name=op.f('ck_housing_need_closed')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_housing_need_ente_id')),
    sa.ForeignKeyConstraint(['household_id'], ['registry.household.id'], name=op.f('fk_housing_need_household_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_housing_need_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_housing_need_person_id')),
    sa.ForeignKeyConstraint(['sheet_id'], ['reception.contact_sheet.id'], name=op.f('fk_housing_need_sheet_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_housing_need')),
    schema='housing'
    )
    op.create_index(op.f('ix_housing_need_household_id'), 'housing_need', ['household_id'], unique=False, schema='housing')
    op.create_index('ix_housing_need_list', 'housing_need', ['ente_id', 'status', 'since_on'], unique=False, schema='housing')
    op.create_index(op.f('ix_housing_need_person_id'), 'housing_need', ['person_id'], unique=False, schema='housing')
    op.create_index('uq_housing_need_open', 'housing_need', ['ente_id', 'person_id'], unique=True, schema='housing', postgresql_where=sa.text("status = 'open'"))
    op.create_table('housing_need_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=False),
    sa.Column('step', sa.Enum('asked', 'asked_again', 'closed', 'reopened', name='need_step', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('sheet_id', sa.Uuid(), nullable=True),
    sa.Column('said', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('closing_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_housing_need_step_ente_id')),
    sa.ForeignKeyConstraint(['need_id'], ['housing.housing_need.id'], name=op.f('fk_housing_need_step_need_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_housing_need_step_operator_id')),
    sa.ForeignKeyConstraint(['sheet_id'], ['reception.contact_sheet.id'], name=op.f('fk_housing_need_step_sheet_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_housing_need_step')),
    schema='housing'
    )
    op.create_index(op.f('ix_housing_need_step_ente_id'), 'housing_need_step', ['ente_id'], unique=False, schema='housing')
    op.create_index('ix_housing_need_step_need', 'housing_need_step', ['need_id', 'happened_at'], unique=False, schema='housing')
