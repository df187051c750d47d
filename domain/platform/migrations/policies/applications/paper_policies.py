"""Who may see the rules about kinds of document, and what was promised for later. Frozen once released."""

from alembic import op

from domain.platform.migrations.row_security import grant, guard, in_family, in_reach

WHOLE = "EXISTS (SELECT 1 FROM intake.application whole WHERE whole.id = application_id)"


def protect() -> None:
    """The rules are the ente's, and everybody of its ambito reads them; who sees an application sees its promises."""
    guard("documents.kind_rule", in_reach(), read=in_family())
    guard("intake.promised_paper", WHOLE)
    grant("documents")
    grant("intake")


def carry_over() -> None:
    """What was sent with an application is in the person's file since then; photos stand in the order they came."""
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    op.execute("""
        UPDATE documents.document SET held_at = sent.since
        FROM (
            SELECT one.document_id, min(greatest(one.created_at, whole.submitted_at)) AS since
            FROM intake.attachment one JOIN intake.application whole ON whole.id = one.application_id
            WHERE whole.status <> 'draft' GROUP BY one.document_id
        ) sent
        WHERE sent.document_id = document.id""")
    op.execute("""
        UPDATE intake.attachment SET place = ranked.place
        FROM (
            SELECT id, row_number() OVER (PARTITION BY application_id ORDER BY created_at, id) AS place
            FROM intake.attachment
        ) ranked
        WHERE ranked.id = attachment.id""")
