"""Who may see that a letter was opened, who reads letters, and one's own findings. Frozen once released."""

from alembic import op

from domain.platform.migrations.row_security import SYSTEM, grant, guard

WHOLE = "EXISTS (SELECT 1 FROM intake.application whole WHERE whole.id = application_id)"
OPENS = "(SELECT platform.kind()) = 'citizen' AND opened_by_id::text = (SELECT platform.actor())"


def protect() -> None:
    """Who opens a letter writes it down; who sees the application sees it, and delegates read its letters too."""
    guard("intake.letter_opening", f"{SYSTEM} AND {WHOLE}", read=WHOLE, add=f"{OPENS} AND {WHOLE}")
    grant("intake", append_only=("letter_opening",))
    op.execute("""
        CREATE OR REPLACE FUNCTION intake.sees_paper(paper_id uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE PARALLEL SAFE AS $body$ BEGIN RETURN EXISTS (
            SELECT FROM intake.attachment sent WHERE sent.document_id = $1
            UNION ALL SELECT FROM intake.application whole WHERE whole.receipt_id = $1
            UNION ALL SELECT FROM intake.passage_letter written WHERE written.document_id = $1
            UNION ALL SELECT FROM intake.integration_item asked WHERE asked.document_id = $1
        ); END $body$""")
    # the person's own, for the copy of one's data: never a delegate's
    op.execute("""
        CREATE FUNCTION intake.is_about_oneself(application_id uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE PARALLEL SAFE AS $body$ BEGIN RETURN EXISTS (
            SELECT FROM intake.application whole
            WHERE whole.id = $1 AND whole.beneficiary_id = ANY ((SELECT platform.people())::uuid[])
        ); END $body$""")
    op.execute("""
        CREATE POLICY of_oneself ON intake.requirement_check
        FOR SELECT USING (intake.is_about_oneself(application_id))""")
    op.execute("CALL registry.follow_everywhere()")
