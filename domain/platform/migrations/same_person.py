"""A link to a record that stands only for its history goes to the record that counts, whoever writes it and when.

Two records of one person are joined while other transactions go on: one that began before may still write a link to
the former record. The database itself follows it. Whoever writes waits for a join on its way (the row is locked), then
reads where the record leads: so a link is moved by the join, or written where it belongs, and never in between.
"""

from alembic import op

TRIGGER = "follow_same_person"
EXCEPT = (
    "registry.person",
    "registry.merge",
    "registry.duplicate_candidate",
    "registry.found_by",
    "registry.clue",
    "access.account_link",
)
"""Tables that name a former record on purpose, and the index by which people are found, which is made anew."""


def follow_same_person() -> None:
    """The trigger, the function that puts it on every table with a key to a person, and what is one's own."""
    _trigger()
    _everywhere()
    for routine in (f"FUNCTION registry.{TRIGGER}()", "PROCEDURE registry.follow_everywhere()"):
        op.execute(f"REVOKE ALL ON {routine} FROM PUBLIC")
    op.execute("CALL registry.follow_everywhere()")
    _own_history()


def _trigger() -> None:
    op.execute(f"""
        CREATE FUNCTION registry.{TRIGGER}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp SET app.kind = 'system' SET app.enti = '*' AS $body$
        DECLARE
            field text;
            asked uuid;
            leads_to uuid;
            followed jsonb := '{{}}';
        BEGIN
            FOREACH field IN ARRAY TG_ARGV LOOP
                asked := (to_jsonb(NEW) ->> field)::uuid;
                CONTINUE WHEN asked IS NULL;
                CONTINUE WHEN TG_OP = 'UPDATE' AND to_jsonb(OLD) -> field = to_jsonb(NEW) -> field;  -- as it was left
                LOOP
                    SELECT same_as_id INTO leads_to FROM registry.person WHERE id = asked FOR KEY SHARE;
                    EXIT WHEN leads_to IS NULL;
                    asked := leads_to;
                    followed := followed || jsonb_build_object(field, asked);
                END LOOP;
            END LOOP;
            IF followed <> '{{}}' THEN
                NEW := jsonb_populate_record(NEW, followed);
            END IF;
            RETURN NEW;
        END $body$""")


def _everywhere() -> None:
    excepted = ", ".join(f"'{table}'::regclass" for table in EXCEPT)
    op.execute(f"""
        CREATE PROCEDURE registry.follow_everywhere() LANGUAGE plpgsql AS $body$
        DECLARE pointing record;
        BEGIN
            FOR pointing IN
                SELECT key.conrelid::regclass AS named, string_agg(quote_ident(field.attname), ', ') AS fields,
                       string_agg(quote_literal(field.attname), ', ') AS told
                FROM pg_constraint key
                JOIN pg_attribute field ON field.attrelid = key.conrelid AND field.attnum = key.conkey[1]
                WHERE key.contype = 'f' AND key.confrelid = 'registry.person'::regclass
                  AND key.conrelid NOT IN ({excepted})
                GROUP BY key.conrelid
                HAVING count(*) <> coalesce((SELECT there.tgnargs FROM pg_trigger there
                                             WHERE there.tgrelid = key.conrelid AND there.tgname = '{TRIGGER}'), 0)
            LOOP
                EXECUTE format('CREATE OR REPLACE TRIGGER {TRIGGER} BEFORE INSERT OR UPDATE OF %s ON %s'
                               ' FOR EACH ROW EXECUTE FUNCTION registry.{TRIGGER}(%s)',
                               pointing.fields, pointing.named, pointing.told);
            END LOOP;
        END $body$""")


def _own_history() -> None:
    """What was written under a former record, and cannot be changed, is one's own too: the policies ask ``people()``."""
    op.execute("""
        CREATE FUNCTION registry.former_records(people uuid[]) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET app.kind = 'system' SET app.enti = '*' SET app.people = '' AS $body$
            SELECT coalesce(array_agg(former.id), '{}') FROM registry.person former
            WHERE former.same_as_id = ANY (people)
        $body$""")
    op.execute("""
        CREATE OR REPLACE FUNCTION platform.people() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $body$
            SELECT CASE WHEN told.people = '{}' THEN told.people
                        ELSE told.people || registry.former_records(told.people) END
            FROM (SELECT coalesce(string_to_array(nullif(nullif(current_setting('app.people', true), ''), '*'),
                                                  ',')::uuid[], '{}'::uuid[]) AS people) told
        $body$""")
