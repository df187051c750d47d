"""Organisations with which the offices work, those that contact sheets mean; terms for closed housing needs."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import grant, guard, in_family, in_reach

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KINDS = "draft application case document protocollo letter reading former_fact account rectification housing_need"
STARTS = "saved submitted withdrawn last_entry kept expired registered written read dropped signed_in answered closed"


def upgrade() -> None:
    """Step forward."""
    op.create_table('external_body',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('searched', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('codice_fiscale', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('vat_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('street', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('city', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pec', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('notes', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('contacts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('author_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("name <> ''", name=op.f('ck_external_body_name')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= starts_on', name=op.f('ck_external_body_days')),
    sa.ForeignKeyConstraint(['author_id'], ['organization.operator.id'], name=op.f('fk_external_body_author_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_external_body_ente_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_external_body')),
    schema='registry'
    )
    op.create_index(op.f('ix_external_body_ente_id'), 'external_body', ['ente_id'], unique=False, schema='registry')
    op.create_index('uq_external_body_name', 'external_body', ['ente_id', 'searched'], unique=True, schema='registry', postgresql_where=sa.text('ended_on IS NULL'))
    op.add_column('contact_sheet', sa.Column('interlocutor_body_id', sa.Uuid(), nullable=True), schema='reception')
    op.add_column('contact_sheet', sa.Column('reporter_body_id', sa.Uuid(), nullable=True), schema='reception')
    op.create_foreign_key(op.f('fk_contact_sheet_interlocutor_body_id'), 'contact_sheet', 'external_body', ['interlocutor_body_id'], ['id'], source_schema='reception', referent_schema='registry')
    op.create_foreign_key(op.f('fk_contact_sheet_reporter_body_id'), 'contact_sheet', 'external_body', ['reporter_body_id'], ['id'], source_schema='reception', referent_schema='registry')
    guard("registry.external_body", in_reach(), read=in_family())  # written by its ente, known in the ambito
    grant("registry")
    op.execute(f"REVOKE DELETE ON registry.external_body FROM {APPLICATION_ROLE}")
    _allow("kind", "retention_kind", KINDS)
    _allow("starts_from", "retention_start", STARTS)


def _allow(column: str, name: str, words: str) -> None:
    """A term of retention may name these words, and no others."""
    op.drop_constraint(op.f(f"ck_retention_rule_{name}"), "retention_rule", schema="privacy", type_="check")
    among = ", ".join(f"'{word}'" for word in words.split())
    op.create_check_constraint(
        op.f(f"ck_retention_rule_{name}"), "retention_rule", f"{column} IN ({among})", schema="privacy"
    )


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError
