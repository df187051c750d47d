"""The rows of invented people: which tables they fill, and what the actions would have written there."""

from domain.registry.rules.naming.naming import NameKind, Naming, PersonName
from domain.registry.rules.naming.typed import address_in, digits_of
from domain.registry.seeds.invented.people import Invented

MADE = (
    """CREATE TEMPORARY TABLE IF NOT EXISTS invented (
        id uuid, ente_id uuid, codice_fiscale text, given_name text, family_name text, alias text, born_on date,
        sex text, citizenship text, language text, street text, city text, phone text, email text, naming jsonb
    ) ON COMMIT DROP""",
    "CREATE TEMPORARY TABLE IF NOT EXISTS invented_clue (person_id uuid, value bigint) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE IF NOT EXISTS invented_sound (key text, sound text) ON COMMIT DROP",
    "TRUNCATE invented, invented_clue, invented_sound",  # where several chunks share a transaction, as in tests
)
SETTLE = (
    """INSERT INTO registry.person (id, created_at, ambito_id, ente_id, codice_fiscale, is_codice_fiscale_doubtful,
            given_name, family_name, alias, born_on, birthplace_code, sex, citizenship, language, is_protected, version)
        SELECT id, :now, :ambito, ente_id, codice_fiscale, false, given_name, family_name, alias, born_on,
            :nowhere, sex, citizenship, language, false, 1 FROM invented""",
    """INSERT INTO registry.fact (id, created_at, ente_id, person_id, kind, key, value, held_during, known_during,
            source, reason, dropped_reason)
        SELECT gen_random_uuid(), :now, ente_id, id, kind, key, value, held_during,
            tstzrange(:now, NULL), 'office', '', ''
        FROM invented, LATERAL (VALUES
            ('identity', '', jsonb_build_object('given_name', given_name, 'family_name', family_name, 'sex', sex,
                'born_on', born_on, 'birthplace_code', :nowhere ::text), daterange(NULL, NULL)),
            ('citizenship', citizenship, jsonb_build_object('country', citizenship, 'acquired', ''),
                daterange(NULL, NULL)),
            ('alias', lower(alias), jsonb_build_object('name', alias, 'why', ''), daterange(NULL, NULL)),
            ('residence', '', jsonb_build_object('street', street, 'postal_code', '', 'city', city, 'belfiore', '',
                'country', '', 'is_without_fixed_abode', false), daterange(born_on, NULL)),
            ('contact', 'phone:' || phone, jsonb_build_object('channel', 'phone', 'value', phone, 'belongs_to', '',
                'is_preferred', true), daterange(:today ::date, NULL)),
            ('contact', 'email:' || email, jsonb_build_object('channel', 'email', 'value', email, 'belongs_to', '',
                'is_preferred', true), daterange(:today ::date, NULL))
        ) AS told (kind, key, value, held_during)
        WHERE key NOT IN ('phone:', 'email:') AND (kind <> 'alias' OR alias <> '')
        ORDER BY id""",
    """INSERT INTO registry.found_by (person_id, ente_id, is_hidden, naming)
        SELECT id, ente_id, false, naming FROM invented""",
    """INSERT INTO registry.clue (person_id, value, ente_id, is_hidden)
        SELECT person_id, value, ente_id, false FROM invented_clue JOIN invented ON id = person_id
        ORDER BY value""",
    """INSERT INTO registry.name_sound (key, sound) SELECT DISTINCT key, sound FROM invented_sound
        ORDER BY key, sound ON CONFLICT DO NOTHING""",
)


def naming_of(one: Invented) -> Naming:
    """By what the invented person is found: what the index would gather from the rows."""
    names = [PersonName(one.given_name, one.family_name)]
    if one.alias:
        names.append(PersonName(one.alias, one.family_name, NameKind.ALIAS))
    address = address_in(one.street)
    return Naming(
        names=tuple(names),
        born_on=one.born_on,
        codes=(one.codice_fiscale,) if one.codice_fiscale else (),
        phones=(digits_of(one.phone),) if one.phone else (),
        emails=(one.email,) if one.email else (),
        addresses=(address,) if address else (),
    )
