"""Identity: sign-in by SPID, CIE and eIDAS, strong credentials of operators, delegations, the register."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

from domain.platform.migrations.identity_policies import prepare, protect

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    prepare()
    op.create_table(
        "identity_provider",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("entity_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_provider")),
        sa.UniqueConstraint("way", "entity_id", name=op.f("uq_identity_provider_way_entity_id")),
        schema="access",
    )
    op.create_table(
        "used_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answer_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_used_answer")),
        sa.UniqueConstraint("issuer", "answer_hash", name=op.f("uq_used_answer_issuer_answer_hash")),
        schema="access",
    )
    op.create_index(op.f("ix_used_answer_expires_at"), "used_answer", ["expires_at"], unique=False, schema="access")
    op.add_column(
        "citizen_identity",
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column(
        "session",
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column("session", sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access")
    op.add_column(
        "session", sa.Column("provider_session", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column(
        "session", sa.Column("name_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column("session", sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False), schema="access")
    op.create_index(op.f("ix_session_name_hash"), "session", ["name_hash"], unique=False, schema="access")
    op.add_column(
        "sign_in_request",
        sa.Column(
            "site",
            sa.Enum("portal", "backoffice", name="site", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column(
        "sign_in_request",
        sa.Column(
            "way",
            sa.Enum(
                "spid",
                "cie",
                "eidas",
                "cns",
                "code",
                "password",
                "passkey",
                "ente",
                name="way",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        schema="access",
    )
    op.add_column(
        "sign_in_request", sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column(
        "sign_in_request", sa.Column("request_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.add_column(
        "sign_in_request", sa.Column("details", sqlmodel.sql.sqltypes.AutoString(), nullable=False), schema="access"
    )
    op.create_index(
        op.f("ix_sign_in_request_browser_hash"), "sign_in_request", ["browser_hash"], unique=False, schema="access"
    )
    op.drop_column("sign_in_request", "nonce", schema="access")
    op.drop_column("sign_in_request", "code_verifier", schema="access")
    op.create_unique_constraint(
        op.f("uq_operator_codice_fiscale"), "operator", ["codice_fiscale"], schema="organization"
    )
    op.add_column("person", sa.Column("has_doubtful_codice_fiscale", sa.Boolean(), nullable=False), schema="registry")
    protect()


def downgrade() -> None:
    """Restore a backup instead: docs/runbooks/backup-and-restore.md."""
    raise NotImplementedError
