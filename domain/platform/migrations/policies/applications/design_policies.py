"""Who may throw away what is only a draft of a procedure. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE


def let_drafts_go() -> None:
    """A draft may be deleted, and a procedure that has no version; what was published stays for ever."""
    op.execute(f"GRANT DELETE ON procedure.procedure, procedure.procedure_version TO {APPLICATION_ROLE}")
    op.execute(
        "CREATE POLICY only_drafts_go ON procedure.procedure_version AS RESTRICTIVE FOR DELETE USING (status = 'draft')"
    )
