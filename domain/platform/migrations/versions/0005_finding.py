"""Finding people: by what they are known, clues looked up by equality, and a vocabulary of name words."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.finding_policies import protect

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "found_by",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("naming", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_found_by_ente_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["registry.person.id"], name=op.f("fk_found_by_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_found_by")),
        schema="registry",
    )
    op.create_index(op.f("ix_found_by_ente_id"), "found_by", ["ente_id"], schema="registry")
    op.create_table(
        "clue",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["registry.person.id"], name=op.f("fk_clue_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "value", name=op.f("pk_clue")),
        schema="registry",
    )
    op.create_index("ix_clue_value_ente_id", "clue", ["value", "ente_id"], schema="registry")
    op.create_table(
        "name_sound",
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sound", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("key", "sound", name=op.f("pk_name_sound")),
        schema="registry",
    )
    protect()


def downgrade() -> None:
    """Restore a backup instead: docs/runbooks/backup-and-restore.md."""
    raise NotImplementedError
