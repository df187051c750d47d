"""Drafts are kept for a time, shared with the desk, and signed by several people."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.applications.draft_policies import protect

revision: str = "0030"
down_revision: str | None = "0029"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

DOCUMENTS = (
    "identity_card", "italian_passport", "driving_licence", "ministry_card", "foreign_passport",
    "foreign_identity_card", "residence_permit",
)  # fmt: skip
WORDS = {"native_enum": False, "create_constraint": True, "length": 40}


def upgrade() -> None:
    """Step forward."""
    _applications()
    _terms()
    _signatures()
    protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _applications() -> None:
    """What a draft knows of its life."""
    op.add_column('application', sa.Column('shared_at', sa.DateTime(timezone=True), nullable=True), schema='intake')
    op.add_column('application', sa.Column('warned_on', sa.Date(), nullable=True), schema='intake')
    op.add_column('application', sa.Column('known_from', postgresql.JSONB(astext_type=sa.Text()), server_default='{}', nullable=False), schema='intake')
    op.create_index('ix_application_drafts', 'application', ['saved_at'], unique=False, schema='intake', postgresql_where=sa.text("status = 'draft'"))


def _terms() -> None:
    """For how long each ente keeps them."""
    op.create_table('draft_term',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('kept_days', sa.Integer(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('kept_days BETWEEN 30 AND 730', name=op.f('ck_draft_term_kept_days')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['organization.operator.id'], name=op.f('fk_draft_term_decided_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_draft_term_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_term')),
    sa.UniqueConstraint('ente_id', name=op.f('uq_draft_term_ente_id')),
    schema='intake'
    )


def _signatures() -> None:
    """Who signs besides the applicant."""
    op.create_table('signature',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('applicant_id', sa.Uuid(), nullable=False),
    sa.Column('field', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('codice_fiscale', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('signer_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('way', sa.Enum('online', 'paper', name='signature_way', **WORDS), nullable=True),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('refused_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('operator_id', sa.Uuid(), nullable=True),
    sa.Column('recognition', sa.Enum('document', 'known', 'copy', name='recognition', **WORDS), nullable=True),
    sa.Column('document_kind', sa.Enum(*DOCUMENTS, name='identity_document', **WORDS), nullable=True),
    sa.Column('document_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('document_expires_on', sa.Date(), nullable=True),
    sa.Column('document_id', sa.Uuid(), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(signed_at IS NULL) = (digest = '')", name=op.f('ck_signature_signed')),
    sa.CheckConstraint('(signed_at IS NULL) = (way IS NULL)', name=op.f('ck_signature_way')),
    sa.CheckConstraint('signed_at IS NULL OR refused_at IS NULL', name=op.f('ck_signature_answered')),
    sa.CheckConstraint("(way = 'paper') = (operator_id IS NOT NULL) OR way IS NULL", name=op.f('ck_signature_paper')),
    sa.ForeignKeyConstraint(['applicant_id'], ['registry.person.id'], name=op.f('fk_signature_applicant_id')),
    sa.ForeignKeyConstraint(['application_id'], ['intake.application.id'], name=op.f('fk_signature_application_id')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.document.id'], name=op.f('fk_signature_document_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_signature_ente_id')),
    sa.ForeignKeyConstraint(['operator_id'], ['organization.operator.id'], name=op.f('fk_signature_operator_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_signature_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signature')),
    schema='intake'
    )
    op.create_index('uq_signature_one_open', 'signature', ['application_id', 'codice_fiscale'], unique=True, schema='intake', postgresql_where=sa.text('closed_at IS NULL'))
    op.create_index('ix_signature_codice_fiscale', 'signature', ['codice_fiscale'], unique=False, schema='intake')
    for column in ('applicant_id', 'application_id', 'document_id', 'ente_id', 'person_id'):
        op.create_index(op.f(f'ix_signature_{column}'), 'signature', [column], unique=False, schema='intake')
