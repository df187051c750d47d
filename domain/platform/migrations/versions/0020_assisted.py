"""Applications that an operator fills in with the person, and the second screen on which the person follows."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.assisted_policies import protect

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    _recognised()
    _screens()
    _confirmations()
    _entered()
    protect()


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError


def _recognised() -> None:
    """How the operator was sure of who applies."""
    op.create_table('recognised',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('office_id', sa.Uuid(), nullable=False),
    sa.Column('way', sa.Enum('document', 'known', 'copy', name='recognition', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('document_kind', sa.Enum('identity_card', 'italian_passport', 'driving_licence', 'ministry_card', 'foreign_passport', 'foreign_identity_card', 'residence_permit', name='identity_document', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('document_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('document_expires_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_recognised_application_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_recognised_ente_id')),
    sa.ForeignKeyConstraint(['office_id'], ['organization.office.id'], name=op.f('fk_recognised_office_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_recognised_operator_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_recognised_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recognised')),
    schema='intake'
    )
    op.create_index(op.f('ix_recognised_application_id'), 'recognised', ['application_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_recognised_ente_id'), 'recognised', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_recognised_person_id'), 'recognised', ['person_id'], unique=False, schema='intake')


def _screens() -> None:
    """The second screen of the person."""
    op.create_table('second_screen',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=False),
    sa.Column('step_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('browser_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_second_screen_application_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_second_screen_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_second_screen_operator_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_second_screen_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_second_screen')),
    sa.UniqueConstraint('browser_hash', name=op.f('uq_second_screen_browser_hash')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_second_screen_token_hash')),
    schema='intake'
    )
    op.create_index(op.f('ix_second_screen_ente_id'), 'second_screen', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_second_screen_person_id'), 'second_screen', ['person_id'], unique=False, schema='intake')
    op.create_index('uq_second_screen_one_open', 'second_screen', ['application_id'], unique=True, schema='intake', postgresql_where=sa.text('closed_at IS NULL'))


def _confirmations() -> None:
    """What the person has confirmed."""
    op.create_table('confirmation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('screen_id', sa.Uuid(), nullable=True),
    sa.Column('service_version_id', sa.Uuid(), nullable=False),
    sa.Column('step_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('field', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_agreed', sa.Boolean(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('shown', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.CheckConstraint('(operator_id IS NULL) <> (screen_id IS NULL)', name=op.f('ck_confirmation_by_somebody')),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_confirmation_application_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_confirmation_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_confirmation_operator_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_confirmation_person_id')),
    sa.ForeignKeyConstraint(['screen_id'], ['intake.second_screen.id'], name=op.f('fk_confirmation_screen_id')),
    sa.ForeignKeyConstraint(['service_version_id'], ['catalogue.service_version.id'], name=op.f('fk_confirmation_service_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_confirmation')),
    schema='intake'
    )
    op.create_index('ix_confirmation_application', 'confirmation', ['application_id', 'created_at'], unique=False, schema='intake')
    op.create_index(op.f('ix_confirmation_ente_id'), 'confirmation', ['ente_id'], unique=False, schema='intake')
    op.create_index(op.f('ix_confirmation_person_id'), 'confirmation', ['person_id'], unique=False, schema='intake')


def _entered() -> None:
    """Who has entered an application, and by which way it came."""
    op.add_column('application', sa.Column('channel', sa.Enum('online', 'desk', 'paper', name='channel', native_enum=False, create_constraint=True, length=40), nullable=False, server_default='online'), schema='intake')
    op.alter_column('application', 'channel', server_default=None, schema='intake')
    op.add_column('application', sa.Column('entered_by_id', sa.Uuid(), nullable=True), schema='intake')
    op.add_column('application', sa.Column('paper_on', sa.Date(), nullable=True), schema='intake')
    op.create_index(op.f('ix_application_entered_by_id'), 'application', ['entered_by_id'], unique=False, schema='intake')
    op.create_index('uq_application_one_desk_draft', 'application', ['applicant_id', 'beneficiary_id', 'service_id'], unique=True, schema='intake', postgresql_where=sa.text("status = 'draft' AND entered_by_id IS NOT NULL"))
    op.create_foreign_key(op.f('fk_application_entered_by_id'), 'application', 'operator', ['entered_by_id'], ['id'], source_schema='intake', referent_schema='organization')
    op.create_check_constraint(op.f('ck_application_entered'), 'application', "(channel = 'online') = (entered_by_id IS NULL)", schema='intake')
    op.create_check_constraint(op.f('ck_application_paper'), 'application', "(channel = 'paper') = (paper_on IS NOT NULL)", schema='intake')
    op.drop_index('uq_application_one_draft', table_name='application', schema='intake')
    op.create_index('uq_application_one_draft', 'application', ['applicant_id', 'beneficiary_id', 'service_id'], unique=True, schema='intake', postgresql_where=sa.text("status = 'draft' AND entered_by_id IS NULL"))
