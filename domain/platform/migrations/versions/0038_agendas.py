"""Agendas of offices, and the appointments that people book in them."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.scheduling.scheduling_policies import prepare, protect

revision: str = "0038"
down_revision: str | None = "0037"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    prepare()
    for make in (_need, _agenda, _resource, _agenda_need, _agenda_resource, _appointment, _busy_source, _closure, _extra_opening, _feed, _opening, _seat, _reminder, _resource_hold, _seat_hold):
        make()
    protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _need() -> None:
    """Why somebody asks to be seen."""
    op.create_table('need',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('explanation', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('to_bring', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('service_slug', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('manners', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('is_online', sa.Boolean(), nullable=False),
    sa.Column('is_discreet', sa.Boolean(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('is_offered', sa.Boolean(), nullable=False),
    sa.CheckConstraint('minutes BETWEEN 5 AND 480', name=op.f('ck_need_minutes')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_need_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_need')),
    sa.UniqueConstraint('ente_id', 'slug', name=op.f('uq_need_ente_id_slug')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_need_ente_id'), 'need', ['ente_id'], unique=False, schema='scheduling')


def _agenda() -> None:
    """Whose time can be booked."""
    op.create_table('agenda',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_step_free', sa.Boolean(), nullable=False),
    sa.Column('languages', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('lead_minutes', sa.Integer(), nullable=False),
    sa.Column('horizon_days', sa.Integer(), nullable=False),
    sa.Column('cancel_minutes', sa.Integer(), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('horizon_days BETWEEN 1 AND 400', name=op.f('ck_agenda_horizon')),
    sa.CheckConstraint('lead_minutes >= 0 AND cancel_minutes >= 0', name=op.f('ck_agenda_minutes')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_agenda_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_agenda_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda')),
    sa.UniqueConstraint('office_id', 'name', name=op.f('uq_agenda_office_id_name')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_agenda_ente_id'), 'agenda', ['ente_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_agenda_office_id'), 'agenda', ['office_id'], unique=False, schema='scheduling')


def _resource() -> None:
    """Operators, rooms, interpreters."""
    op.create_table('resource',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.Enum('operator', 'room', 'interpreter', name='resource_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('languages', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('gender', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('manners', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('is_step_free', sa.Boolean(), nullable=False),
    sa.Column('hourly_cost', sa.Numeric(precision=8, scale=2), nullable=True),
    sa.Column('is_offered', sa.Boolean(), nullable=False),
    sa.CheckConstraint("(kind = 'operator') = (operator_id IS NOT NULL)", name=op.f('ck_resource_operator')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_resource_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_resource_office_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_resource_operator_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_resource')),
    sa.UniqueConstraint('ente_id', 'kind', 'name', name=op.f('uq_resource_ente_id_kind_name')),
    sa.UniqueConstraint('ente_id', 'operator_id', name=op.f('uq_resource_ente_id_operator_id')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_resource_ente_id'), 'resource', ['ente_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_resource_office_id'), 'resource', ['office_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_resource_operator_id'), 'resource', ['operator_id'], unique=False, schema='scheduling')


def _agenda_need() -> None:
    """For what an agenda has time."""
    op.create_table('agenda_need',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_agenda_need_agenda_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_agenda_need_ente_id')),
    sa.ForeignKeyConstraint(['need_id'], ['scheduling.need.id'], name=op.f('fk_agenda_need_need_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda_need')),
    sa.UniqueConstraint('agenda_id', 'need_id', name=op.f('uq_agenda_need_agenda_id_need_id')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_agenda_need_ente_id'), 'agenda_need', ['ente_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_agenda_need_need_id'), 'agenda_need', ['need_id'], unique=False, schema='scheduling')


def _agenda_resource() -> None:
    """What its appointments take."""
    op.create_table('agenda_resource',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('resource_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_agenda_resource_agenda_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_agenda_resource_ente_id')),
    sa.ForeignKeyConstraint(['resource_id'], ['scheduling.resource.id'], name=op.f('fk_agenda_resource_resource_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda_resource')),
    sa.UniqueConstraint('agenda_id', 'resource_id', name=op.f('uq_agenda_resource_agenda_id_resource_id')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_agenda_resource_ente_id'), 'agenda_resource', ['ente_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_agenda_resource_resource_id'), 'agenda_resource', ['resource_id'], unique=False, schema='scheduling')


def _appointment() -> None:
    """Who is seen, and when."""
    op.create_table('appointment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('taken_during', postgresql.TSTZRANGE(), sa.Computed("tstzrange(starts_at, ends_at, '[)')", persisted=True), nullable=False),
    sa.Column('state', sa.Enum('offered', 'booked', 'arrived', 'done', 'absent', 'cancelled', name='appointment_state', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('manner', sa.Enum('in_person', 'phone', 'video', 'home', name='manner', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('way', sa.Enum('online', 'phone', 'desk', 'urgent', name='way', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('booked_by_id', sa.Uuid(), nullable=True),
    sa.Column('given_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('family_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_hidden', sa.Boolean(), nullable=False),
    sa.Column('is_earlier_wanted', sa.Boolean(), nullable=False),
    sa.Column('is_reminded', sa.Boolean(), nullable=False),
    sa.Column('instead_of_id', sa.Uuid(), nullable=True),
    sa.Column('answer_until_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('arrived_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_cancelled_by_office', sa.Boolean(), nullable=False),
    sa.Column('settled_by_id', sa.Uuid(), nullable=True),
    postgresql.ExcludeConstraint((sa.column('person_id'), '='), (sa.column('taken_during'), '&&'), where=sa.text("state IN ('booked', 'arrived')"), using='gist', name='ex_appointment_person'),
    sa.CheckConstraint("(state = 'offered') = (answer_until_at IS NOT NULL)", name=op.f('ck_appointment_offer')),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_appointment_order')),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_appointment_agenda_id')),
    sa.ForeignKeyConstraint(['booked_by_id'], ['registry.person.id'], name=op.f('fk_appointment_booked_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_appointment_ente_id')),
    sa.ForeignKeyConstraint(['instead_of_id'], ['scheduling.appointment.id'], name=op.f('fk_appointment_instead_of_id')),
    sa.ForeignKeyConstraint(['need_id'], ['scheduling.need.id'], name=op.f('fk_appointment_need_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_appointment_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_appointment_person_id')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['organization.operator.id'], name=op.f('fk_appointment_settled_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appointment')),
    sa.UniqueConstraint('ente_id', 'code', name=op.f('uq_appointment_ente_id_code')),
    schema='scheduling'
    )
    op.create_index('ix_appointment_agenda_id_starts_at', 'appointment', ['agenda_id', 'starts_at'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_appointment_booked_by_id'), 'appointment', ['booked_by_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_appointment_ente_id'), 'appointment', ['ente_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_appointment_instead_of_id'), 'appointment', ['instead_of_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_appointment_need_id'), 'appointment', ['need_id'], unique=False, schema='scheduling')
    op.create_index('ix_appointment_office_id_starts_at', 'appointment', ['office_id', 'starts_at'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_appointment_person_id'), 'appointment', ['person_id'], unique=False, schema='scheduling')


def _busy_source() -> None:
    """Calendars elsewhere."""
    op.create_table('busy_source',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('resource_id', sa.Uuid(), nullable=False),
    sa.Column('sealed_address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('problem', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_busy_source_ente_id')),
    sa.ForeignKeyConstraint(['resource_id'], ['scheduling.resource.id'], name=op.f('fk_busy_source_resource_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_busy_source')),
    sa.UniqueConstraint('resource_id', name=op.f('uq_busy_source_resource_id')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_busy_source_ente_id'), 'busy_source', ['ente_id'], unique=False, schema='scheduling')


def _closure() -> None:
    """When nobody is received."""
    op.create_table('closure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=True),
    sa.Column('agenda_id', sa.Uuid(), nullable=True),
    sa.Column('resource_id', sa.Uuid(), nullable=True),
    sa.Column('source_id', sa.Uuid(), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_closure_order')),
    sa.CheckConstraint('num_nonnulls(office_id, agenda_id, resource_id) <= 1', name=op.f('ck_closure_whose')),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_closure_agenda_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_closure_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_closure_office_id')),
    sa.ForeignKeyConstraint(['resource_id'], ['scheduling.resource.id'], name=op.f('fk_closure_resource_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_closure')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_closure_agenda_id'), 'closure', ['agenda_id'], unique=False, schema='scheduling')
    op.create_index('ix_closure_ente_id_ends_at', 'closure', ['ente_id', 'ends_at'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_closure_office_id'), 'closure', ['office_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_closure_resource_id'), 'closure', ['resource_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_closure_source_id'), 'closure', ['source_id'], unique=False, schema='scheduling')


def _extra_opening() -> None:
    """Stretches of one day."""
    op.create_table('extra_opening',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('opening_time', sa.Time(), nullable=False),
    sa.Column('closing_time', sa.Time(), nullable=False),
    sa.Column('step_minutes', sa.Integer(), nullable=False),
    sa.Column('gap_minutes', sa.Integer(), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('manners', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('ways', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.CheckConstraint('closing_time > opening_time', name=op.f('ck_extra_opening_order')),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_extra_opening_agenda_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_extra_opening_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_extra_opening')),
    schema='scheduling'
    )
    op.create_index('ix_extra_opening_agenda_id_opens_on', 'extra_opening', ['agenda_id', 'opens_on'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_extra_opening_ente_id'), 'extra_opening', ['ente_id'], unique=False, schema='scheduling')


def _feed() -> None:
    """Private calendar addresses."""
    op.create_table('feed',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('resource_id', sa.Uuid(), nullable=False),
    sa.Column('fingerprint', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_naming', sa.Boolean(), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('last_read_on', sa.Date(), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_feed_ente_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['organization.operator.id'], name=op.f('fk_feed_made_by_id')),
    sa.ForeignKeyConstraint(['resource_id'], ['scheduling.resource.id'], name=op.f('fk_feed_resource_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feed')),
    sa.UniqueConstraint('fingerprint', name=op.f('uq_feed_fingerprint')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_feed_ente_id'), 'feed', ['ente_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_feed_resource_id'), 'feed', ['resource_id'], unique=False, schema='scheduling')


def _opening() -> None:
    """Stretches of the week."""
    op.create_table('opening',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=False),
    sa.Column('opening_time', sa.Time(), nullable=False),
    sa.Column('closing_time', sa.Time(), nullable=False),
    sa.Column('valid_during', postgresql.DATERANGE(), nullable=False),
    sa.Column('every_weeks', sa.Integer(), nullable=False),
    sa.Column('step_minutes', sa.Integer(), nullable=False),
    sa.Column('gap_minutes', sa.Integer(), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('manners', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('ways', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('released_hours', sa.Integer(), nullable=True),
    sa.CheckConstraint('closing_time > opening_time', name=op.f('ck_opening_order')),
    sa.CheckConstraint('every_weeks BETWEEN 1 AND 8', name=op.f('ck_opening_every_weeks')),
    sa.CheckConstraint('seats BETWEEN 1 AND 200', name=op.f('ck_opening_seats')),
    sa.CheckConstraint('step_minutes BETWEEN 5 AND 480 AND gap_minutes BETWEEN 0 AND 240', name=op.f('ck_opening_minutes')),
    sa.CheckConstraint('weekday BETWEEN 0 AND 6', name=op.f('ck_opening_weekday')),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_opening_agenda_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_opening_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opening')),
    schema='scheduling'
    )
    op.create_index('ix_opening_agenda_id_weekday', 'opening', ['agenda_id', 'weekday'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_opening_ente_id'), 'opening', ['ente_id'], unique=False, schema='scheduling')


def _seat() -> None:
    """Places at the same time."""
    op.create_table('seat',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.CheckConstraint('number BETWEEN 1 AND 200', name=op.f('ck_seat_number')),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_seat_agenda_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_seat_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_seat')),
    sa.UniqueConstraint('agenda_id', 'number', name=op.f('uq_seat_agenda_id_number')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_seat_ente_id'), 'seat', ['ente_id'], unique=False, schema='scheduling')


def _reminder() -> None:
    """Who was reminded."""
    op.create_table('reminder',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('appointment_id', sa.Uuid(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('hours_before', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['scheduling.appointment.id'], name=op.f('fk_reminder_appointment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_reminder_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reminder')),
    sa.UniqueConstraint('appointment_id', 'starts_at', 'hours_before', name=op.f('uq_reminder_appointment_id_starts_at_hours_before')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_reminder_ente_id'), 'reminder', ['ente_id'], unique=False, schema='scheduling')


def _resource_hold() -> None:
    """Operators, rooms and interpreters that are taken."""
    op.create_table('resource_hold',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('appointment_id', sa.Uuid(), nullable=False),
    sa.Column('resource_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('taken_during', postgresql.TSTZRANGE(), sa.Computed("tstzrange(starts_at, ends_at, '[)')", persisted=True), nullable=False),
    postgresql.ExcludeConstraint((sa.column('resource_id'), '='), (sa.column('agenda_id'), '<>'), (sa.column('taken_during'), '&&'), using='gist', name='ex_resource_hold_elsewhere'),
    postgresql.ExcludeConstraint((sa.column('resource_id'), '='), (sa.column('starts_at'), '<>'), (sa.column('taken_during'), '&&'), using='gist', name='ex_resource_hold_askew'),
    sa.ForeignKeyConstraint(['agenda_id'], ['scheduling.agenda.id'], name=op.f('fk_resource_hold_agenda_id')),
    sa.ForeignKeyConstraint(['appointment_id'], ['scheduling.appointment.id'], name=op.f('fk_resource_hold_appointment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_resource_hold_ente_id')),
    sa.ForeignKeyConstraint(['resource_id'], ['scheduling.resource.id'], name=op.f('fk_resource_hold_resource_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_resource_hold')),
    sa.UniqueConstraint('appointment_id', 'resource_id', name=op.f('uq_resource_hold_appointment_id_resource_id')),
    schema='scheduling'
    )
    op.create_index(op.f('ix_resource_hold_agenda_id'), 'resource_hold', ['agenda_id'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_resource_hold_ente_id'), 'resource_hold', ['ente_id'], unique=False, schema='scheduling')
    op.create_index('ix_resource_hold_resource_id_starts_at', 'resource_hold', ['resource_id', 'starts_at'], unique=False, schema='scheduling')


def _seat_hold() -> None:
    """Places that are taken."""
    op.create_table('seat_hold',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('appointment_id', sa.Uuid(), nullable=False),
    sa.Column('agenda_id', sa.Uuid(), nullable=False),
    sa.Column('seat', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('taken_during', postgresql.TSTZRANGE(), sa.Computed("tstzrange(starts_at, ends_at, '[)')", persisted=True), nullable=False),
    postgresql.ExcludeConstraint((sa.column('agenda_id'), '='), (sa.column('seat'), '='), (sa.column('taken_during'), '&&'), using='gist', name='ex_seat_hold_twice'),
    postgresql.ExcludeConstraint((sa.column('agenda_id'), '='), (sa.column('starts_at'), '<>'), (sa.column('taken_during'), '&&'), using='gist', name='ex_seat_hold_askew'),
    sa.ForeignKeyConstraint(['agenda_id', 'seat'], ['scheduling.seat.agenda_id', 'scheduling.seat.number'], name=op.f('fk_seat_hold_agenda_id_seat')),
    sa.ForeignKeyConstraint(['appointment_id'], ['scheduling.appointment.id'], name=op.f('fk_seat_hold_appointment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_seat_hold_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_seat_hold')),
    sa.UniqueConstraint('appointment_id', name=op.f('uq_seat_hold_appointment_id')),
    schema='scheduling'
    )
    op.create_index('ix_seat_hold_agenda_id_starts_at', 'seat_hold', ['agenda_id', 'starts_at'], unique=False, schema='scheduling')
    op.create_index(op.f('ix_seat_hold_ente_id'), 'seat_hold', ['ente_id'], unique=False, schema='scheduling')
