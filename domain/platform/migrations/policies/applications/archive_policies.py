"""Who sees what stands in the archive of a person. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_family, in_reach, own

OFFICE = "(SELECT platform.office())"
PRIVATE = ("documents.document", "documents.filing")


def protect() -> None:
    """A private document is there for its office alone, and for who has opened a protected file in an emergency.

    Nobody deletes a filing: it is annulled. A citizen reads what is filed about oneself, and writes nothing there.
    """
    _functions()
    known = KNOWN.format(column="person_id")
    guard("documents.filing", f"{in_reach()} AND {known}", read=own("person_id"))
    guard("documents.filing_words", f"{in_reach()} AND documents.sees_filing(filing_id)")
    guard("documents.folder_rule", in_reach(), read=in_family())
    for table in PRIVATE:
        kept = f"private_to_id IS NULL OR {SYSTEM} OR private_to_id = {OFFICE}"
        op.execute(
            f"CREATE POLICY private ON {table} AS RESTRICTIVE"
            f" USING ({kept} OR registry.has_opening(person_id)) WITH CHECK ({kept})"
        )
    grant("documents")
    op.execute(f"REVOKE DELETE ON documents.filing, documents.folder_rule FROM {APPLICATION_ROLE}")
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps their archive


def _functions() -> None:
    op.execute(
        "CREATE FUNCTION platform.office() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE"
        " AS $body$ SELECT nullif(current_setting('app.office', true), '')::uuid $body$"
    )
    opened = """
        SELECT FROM registry.protected_opening seen
        WHERE seen.person_id = $1 AND seen.operator_id::text = platform.actor() AND seen.expires_at > now()"""
    filed = "SELECT FROM documents.filing filed WHERE filed.id = $1"
    for signature, asked in (
        ("registry.has_opening(asked_person_id uuid)", opened),
        ("documents.sees_filing(asked_filing_id uuid)", filed),
    ):
        op.execute(
            f"CREATE FUNCTION {signature} RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE"
            f" AS $body$ BEGIN RETURN EXISTS ({asked}); END $body$"
        )


SHIPPED = (
    "CASE kept.kind WHEN 'decree' THEN '1' WHEN 'isee_certificate' THEN '5' WHEN 'medical_certificate' THEN '6'"
    " WHEN 'disability_report' THEN '6' ELSE '9' END"
)
EARLIER = (
    (
        "application",
        """SELECT sent.document_id FROM intake.attachment sent
        JOIN intake.application whole ON whole.id = sent.application_id AND whole.status <> 'draft'""",
    ),
    ("act", "SELECT whole.receipt_id FROM intake.application whole WHERE whole.receipt_id IS NOT NULL"),
    ("act", "SELECT written.document_id FROM intake.passage_letter written"),
    ("title", "SELECT shown.document_id FROM registry.guardianship shown WHERE shown.document_id IS NOT NULL"),
    ("title", "SELECT shown.document_id FROM access.delegation shown WHERE shown.document_id IS NOT NULL"),
    (
        "desk",
        """SELECT brought.document_id FROM reception.request_paper brought
        JOIN reception.contact_sheet sheet ON sheet.id = brought.sheet_id
        LEFT JOIN reception.desk_settings desk ON desk.office_id = sheet.office_id
        WHERE sheet.status <> 'draft' AND NOT sheet.is_hidden AND NOT coalesce(desk.is_masked_elsewhere, false)
          AND NOT coalesce(desk.masks ? 'requests', false)""",
    ),
)


def file_what_is_there() -> None:
    """Documents that came in before the archive get their folder by the shipped rules, once."""
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    for source, ids in EARLIER:
        op.execute(f"""
            INSERT INTO documents.filing (id, created_at, ente_id, person_id, document_id, series_id, folder, title,
                                          dated_on, source, private_reason, annulment_reason, words_read_at)
            SELECT gen_random_uuid(), kept.created_at, kept.ente_id, kept.person_id, kept.id, kept.id, {SHIPPED},
                   coalesce(nullif(kept.title, ''), kept.file_name),
                   (kept.created_at AT TIME ZONE 'Europe/Rome')::date, '{source}', '', '',
                   CASE WHEN kept.media_type IN ('application/pdf', 'application/pkcs7-mime') THEN NULL ELSE now() END
            FROM documents.document kept WHERE kept.removed_at IS NULL AND kept.id IN ({ids})
            ON CONFLICT (document_id) DO NOTHING""")
    op.execute("SELECT set_config('app.kind', '', true), set_config('app.enti', '', true)")
