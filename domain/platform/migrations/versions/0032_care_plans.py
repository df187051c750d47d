"""Individual plans (PAI): the plans, their versions, their checks, their history, the rules of an ente."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.care_plan_policies import prepare, protect

revision: str = "0032"
down_revision: str | None = "0031"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    prepare()
    _rules()
    _plans()
    _checks()
    _history()
    _versions()
    protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _rules() -> None:
    """By which rules an ente makes its plans."""
    op.create_table('care_plan_rules',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('is_visa_wanted', sa.Boolean(), nullable=False),
    sa.Column('is_answered_online', sa.Boolean(), nullable=False),
    sa.Column('warning_days', sa.Integer(), nullable=False),
    sa.Column('set_by_id', sa.Uuid(), nullable=True),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('warning_days BETWEEN 1 AND 90', name=op.f('ck_care_plan_rules_warning_days')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_care_plan_rules_ente_id')),
    sa.ForeignKeyConstraint(['set_by_id'], ['organization.operator.id'], name=op.f('fk_care_plan_rules_set_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_care_plan_rules')),
    sa.UniqueConstraint('ente_id', name=op.f('uq_care_plan_rules_ente_id')),
    schema='casework'
    )


def _plans() -> None:
    """The plans."""
    op.create_table('care_plan',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('responsible_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sa.Enum('preparing', 'active', 'closed', 'interrupted', name='plan_state', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('is_online', sa.Boolean(), nullable=False),
    sa.Column('number_in_force', sa.Integer(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('next_check_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closing_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('closing_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('result', sa.Enum('reached', 'partly', 'missed', name='goal_result', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('results', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("state <> 'closed' OR (closed_on IS NOT NULL AND result IS NOT NULL)", name=op.f('ck_care_plan_closed')),
    sa.ForeignKeyConstraint(['case_id'], ['casework.case.id'], name=op.f('fk_care_plan_case_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_care_plan_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_care_plan_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_care_plan_person_id')),
    sa.ForeignKeyConstraint(['responsible_id'], ['organization.operator.id'], name=op.f('fk_care_plan_responsible_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_care_plan')),
    schema='casework'
    )
    op.create_index(op.f('ix_care_plan_case_id'), 'care_plan', ['case_id'], unique=False, schema='casework')
    op.create_index('ix_care_plan_list', 'care_plan', ['ente_id', 'state', 'created_at'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_office_id'), 'care_plan', ['office_id'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_person_id'), 'care_plan', ['person_id'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_responsible_id'), 'care_plan', ['responsible_id'], unique=False, schema='casework')


def _checks() -> None:
    """The days on which they are checked, and what was found."""
    op.create_table('care_plan_check',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('plan_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_by_id', sa.Uuid(), nullable=True),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('goals', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('changes', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('warned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['done_by_id'], ['organization.operator.id'], name=op.f('fk_care_plan_check_done_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_care_plan_check_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_care_plan_check_person_id')),
    sa.ForeignKeyConstraint(['plan_id'], ['casework.care_plan.id'], name=op.f('fk_care_plan_check_plan_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_care_plan_check')),
    sa.UniqueConstraint('plan_id', 'due_on', name=op.f('uq_care_plan_check_plan_id_due_on')),
    schema='casework'
    )
    op.create_index(op.f('ix_care_plan_check_person_id'), 'care_plan_check', ['person_id'], unique=False, schema='casework')
    op.create_index('ix_care_plan_check_waiting', 'care_plan_check', ['ente_id', 'due_on'], unique=False, schema='casework', postgresql_where=sa.text('done_on IS NULL'))


def _history() -> None:
    """What happened to them."""
    op.create_table('care_plan_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('plan_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('step', sa.Enum('drawn_up', 'proposed', 'visa_given', 'visa_refused', 'taken_back', 'shared', 'accepted', 'refused', 'revised', 'checked', 'taken_over', 'closed', 'interrupted', name='plan_step', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('citizen_id', sa.Uuid(), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['citizen_id'], ['registry.person.id'], name=op.f('fk_care_plan_step_citizen_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_care_plan_step_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_care_plan_step_operator_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_care_plan_step_person_id')),
    sa.ForeignKeyConstraint(['plan_id'], ['casework.care_plan.id'], name=op.f('fk_care_plan_step_plan_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_care_plan_step')),
    schema='casework'
    )
    op.create_index(op.f('ix_care_plan_step_citizen_id'), 'care_plan_step', ['citizen_id'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_step_ente_id'), 'care_plan_step', ['ente_id'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_step_person_id'), 'care_plan_step', ['person_id'], unique=False, schema='casework')
    op.create_index('ix_care_plan_step_plan', 'care_plan_step', ['plan_id', 'happened_at'], unique=False, schema='casework')


def _versions() -> None:
    """What they say, version by version."""
    op.create_table('care_plan_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('plan_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('draft', 'proposed', 'shared', 'accepted', 'refused', 'replaced', name='version_state', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('content', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=False),
    sa.Column('is_visa_wanted', sa.Boolean(), nullable=False),
    sa.Column('visa_by_id', sa.Uuid(), nullable=True),
    sa.Column('visa_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('shared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_online', sa.Boolean(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer_way', sa.Enum('paper', 'portal', name='answer_way', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('answer_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("state IN ('draft', 'replaced') OR sha256 <> ''", name=op.f('ck_care_plan_version_sealed')),
    sa.ForeignKeyConstraint(['answered_by_id'], ['registry.person.id'], name=op.f('fk_care_plan_version_answered_by_id')),
    sa.ForeignKeyConstraint(['author_id'], ['organization.operator.id'], name=op.f('fk_care_plan_version_author_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_care_plan_version_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_care_plan_version_person_id')),
    sa.ForeignKeyConstraint(['plan_id'], ['casework.care_plan.id'], name=op.f('fk_care_plan_version_plan_id')),
    sa.ForeignKeyConstraint(['visa_by_id'], ['organization.operator.id'], name=op.f('fk_care_plan_version_visa_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_care_plan_version')),
    sa.UniqueConstraint('plan_id', 'number', name=op.f('uq_care_plan_version_plan_id_number')),
    schema='casework'
    )
    op.create_index(op.f('ix_care_plan_version_answered_by_id'), 'care_plan_version', ['answered_by_id'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_version_ente_id'), 'care_plan_version', ['ente_id'], unique=False, schema='casework')
    op.create_index(op.f('ix_care_plan_version_person_id'), 'care_plan_version', ['person_id'], unique=False, schema='casework')
    op.create_index('uq_care_plan_version_under_way', 'care_plan_version', ['plan_id'], unique=True, schema='casework', postgresql_where=sa.text("state IN ('draft', 'proposed', 'shared')"))
