-- The roles and the database of an installation. Run once, as a superuser of PostgreSQL 15 or newer:
--
--   SPORTELLO_OWNER_PASSWORD=… SPORTELLO_APP_PASSWORD=… SPORTELLO_BACKUP_PASSWORD=… \
--       psql --no-psqlrc --file deploy/postgres-roles.sql postgres
--
-- Three roles, so that no running process can do more than it must:
--   sportello_owner   owns the tables; only `sportello migrate` uses it
--   sportello_app     what the sites and the worker use: owns nothing, and row-level security binds it
--   sportello_backup  reads everything, also past row-level security, and writes nothing: for pg_dump
\set ON_ERROR_STOP on
\getenv owner_password SPORTELLO_OWNER_PASSWORD
\getenv app_password SPORTELLO_APP_PASSWORD
\getenv backup_password SPORTELLO_BACKUP_PASSWORD

SET password_encryption = 'scram-sha-256';

CREATE ROLE sportello_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE sportello_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
CREATE ROLE sportello_backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'backup_password';
GRANT pg_read_all_data TO sportello_backup;

-- The extensions the migrations ask for (btree_gist, pg_trgm, unaccent) are trusted: the owner may create them.
CREATE DATABASE sportello OWNER sportello_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE sportello FROM PUBLIC;
GRANT CONNECT ON DATABASE sportello TO sportello_app, sportello_backup;

ALTER ROLE sportello_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE sportello_app IN DATABASE sportello SET search_path = public;
-- PostgreSQL would write the rows that it refuses, with people's data, into its own log: the error alone is enough.
ALTER DATABASE sportello SET log_error_verbosity = 'terse';
