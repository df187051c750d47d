"""Facts: everything that is known of a person, with its days, its source and its author."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.fact_policies import carry_over, protect

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_table('fact',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ente_id', sa.Uuid(), nullable=False),
    sa.Column('held_during', postgresql.DATERANGE(), nullable=False),
    sa.Column('known_during', postgresql.TSTZRANGE(), nullable=False),
    sa.Column('source', sa.Enum('civil_registry', 'court', 'document', 'provider', 'office', 'person', 'relative', 'import', name='fact_source', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('dropped_by_id', sa.Uuid(), nullable=True),
    sa.Column('dropped_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('identity', 'alias', 'death', 'citizenship', 'civil_status', 'residence', 'domicile', 'contact', 'identity_document', 'permit', 'foreign_status', 'language', 'education', 'work', 'housing', 'autonomy', 'doctor', 'disability', 'court', 'note', name='fact_kind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('value', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    postgresql.ExcludeConstraint((sa.column('person_id'), '='), (sa.column('kind'), '='), (sa.column('key'), '='), (sa.column('held_during'), '&&'), (sa.column('known_during'), '&&'), using='gist', name='ex_fact_overlap'),
    sa.ForeignKeyConstraint(['author_id'], ['organization.operator.id'], name=op.f('fk_fact_author_id')),
    sa.ForeignKeyConstraint(['dropped_by_id'], ['organization.operator.id'], name=op.f('fk_fact_dropped_by_id')),
    sa.ForeignKeyConstraint(['ente_id'], ['organization.ente.id'], name=op.f('fk_fact_ente_id')),
    sa.ForeignKeyConstraint(['person_id'], ['registry.person.id'], name=op.f('fk_fact_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fact')),
    schema='registry'
    )
    op.create_index("ix_fact_person_id_kind", "fact", ["person_id", "kind"], unique=False, schema="registry")
    op.add_column("person", sa.Column("died_on", sa.Date(), nullable=True), schema="registry")
    protect()
    carry_over()
    op.drop_table("residence", schema="registry")
    op.drop_table("contact", schema="registry")


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError
