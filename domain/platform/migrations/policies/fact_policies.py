"""What the step to facts does besides tables: policies, grants, and what was known before. Frozen once released."""

from alembic import op

from domain.platform.migrations.row_security import grant, guard, of_person

BELIEVED = "tstzrange(created_at, NULL)"
SOURCES = "CASE WHEN source IN ('person', 'office') THEN source ELSE 'import' END"


def protect() -> None:
    """The facts of a person are for who may know of the person."""
    guard("registry.fact", of_person())
    grant("registry", append_only=("protected_opening",))


def carry_over() -> None:
    """Names, citizenships, addresses and contacts become facts, believed since they were written."""
    op.execute("SELECT set_config('app.kind', 'system', true), set_config('app.enti', '*', true)")
    _insert(
        "identity",
        "''",
        "jsonb_build_object('given_name', given_name, 'family_name', family_name, 'sex', coalesce(sex, ''),"
        " 'born_on', born_on, 'birthplace_code', coalesce(birthplace_code, ''))",
        "registry.person",
    )
    _insert(
        "alias", "lower(alias)", "jsonb_build_object('name', alias, 'why', '')", "registry.person WHERE alias <> ''"
    )
    _insert(
        "citizenship",
        "citizenship",
        "jsonb_build_object('country', citizenship, 'acquired', '')",
        "registry.person WHERE citizenship IS NOT NULL",
    )
    op.execute(f"""
        INSERT INTO registry.fact (id, created_at, ente_id, person_id, kind, key, value, held_during, known_during,
                                   source, reason, dropped_reason)
        SELECT gen_random_uuid(), created_at, ente_id, person_id, kind, '',
               jsonb_build_object('street', street, 'postal_code', postal_code, 'city', city, 'belfiore', belfiore,
                                  'country', '', 'is_without_fixed_abode', is_without_fixed_abode)
               || CASE kind WHEN 'domicile' THEN '{{"at": ""}}'::jsonb ELSE '{{}}'::jsonb END,
               held_during, {BELIEVED}, {SOURCES}, '', ''
        FROM registry.residence""")
    op.execute(f"""
        INSERT INTO registry.fact (id, created_at, ente_id, person_id, kind, key, value, held_during, known_during,
                                   source, reason, dropped_reason)
        SELECT gen_random_uuid(), created_at, ente_id, person_id, 'contact', kind || ':' || value,
               jsonb_build_object('channel', kind, 'value', value, 'belongs_to', belongs_to,
                                  'is_preferred', is_preferred),
               daterange((created_at AT TIME ZONE 'Europe/Rome')::date, NULL), {BELIEVED}, 'person', '', ''
        FROM registry.contact""")


def _insert(kind: str, key: str, value: str, source: str) -> None:
    op.execute(f"""
        INSERT INTO registry.fact (id, created_at, ente_id, person_id, kind, key, value, held_during, known_during,
                                   source, reason, dropped_reason)
        SELECT gen_random_uuid(), created_at, ente_id, id, '{kind}', {key}, {value}, daterange(NULL, NULL), {BELIEVED},
               'person', '', ''
        FROM {source}""")
