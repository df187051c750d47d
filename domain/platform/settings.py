"""Settings, from the environment and from a TOML file; insecure ones are refused in production."""

import base64
import os
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from domain.platform.identity_settings import IdentitySettings, is_loopback

KEY_BYTES = 32


class Environment(StrEnum):
    """Where this installation stands."""

    PRODUCTION = "production"
    DEMO = "demo"
    DEVELOPMENT = "development"
    TEST = "test"


class CivilRegistrySettings(BaseSettings):
    """Where the civil registry answers. Off until the ente has an agreement; addresses of others are no constants."""

    civil_registry_person_url: str = Field(
        "", description="Address of the registry's service C001 (person and residence), without the operation's name."
    )
    civil_registry_household_url: str = Field(
        "", description="Address of the registry's service C021 (household), without the operation's name."
    )
    civil_registry_token: SecretStr = Field(
        SecretStr(""), description="Bearer token of the gateway through which the ente reaches the civil registry."
    )
    civil_registry_certificates: Path | None = Field(
        None, description="PEM certificates of a private authority that the registry's server is signed by."
    )

    def civil_registry_problems(self) -> list[str]:
        """Why these settings must not be used with real people; empty when they may."""
        addresses = (self.civil_registry_person_url, self.civil_registry_household_url)
        if not any(addresses):
            return []
        problems = []
        if not all(addresses):
            problems.append("civil_registry_person_url: both services of the civil registry are needed, or none")
        if any(urlsplit(address).scheme != "https" for address in addresses if address):
            problems.append("civil_registry_person_url: the civil registry must be reached by https")
        if not self.civil_registry_token.get_secret_value():
            problems.append("civil_registry_token: the civil registry answers nobody without one")
        return problems


class Settings(IdentitySettings, CivilRegistrySettings):
    """Everything an installation decides. Names in the environment start with ``SPORTELLO_``."""

    model_config = SettingsConfigDict(env_prefix="SPORTELLO_", extra="ignore", populate_by_name=True)

    environment: Environment = Field(Environment.PRODUCTION, description="production, demo, development or test.")
    database_url: str = Field(
        "",
        validation_alias=AliasChoices("DATABASE_URL", "SPORTELLO_DATABASE_URL"),
        description="PostgreSQL as the application role, which owns no table.",
    )
    database_owner_url: str = Field(
        "",
        validation_alias=AliasChoices("DATABASE_OWNER_URL", "SPORTELLO_DATABASE_OWNER_URL"),
        description="PostgreSQL as the owner of the tables; only migrations use it.",
    )
    database_pool: int = Field(10, ge=1, description="Connections each process keeps.")
    statement_timeout_ms: int = Field(15_000, ge=100, description="A statement that takes longer is stopped.")
    lock_timeout_ms: int = Field(5_000, ge=50, description="A lock waited for longer is given up.")
    portal_url: str = Field("http://localhost:8000", description="Public address of the portal.")
    backoffice_url: str = Field("http://localhost:8001", description="Public address of the back office.")
    portal_ente: str = Field("", description="Slug of the ente whose portal answers on hosts that no ente claims.")
    secret_key: SecretStr = Field(SecretStr(""), description="32 random bytes in base64: signs cookies and links.")
    master_keys: dict[str, SecretStr] = Field(
        default_factory=dict, description="Key id to 32 random bytes in base64; the last one encrypts, all decrypt."
    )
    file_store_url: str = Field("", description="file:///folder or s3://bucket/prefix for uploaded files.")
    upload_limit_bytes: int = Field(40 * 1024 * 1024, description="Largest file a citizen may send.")
    seals_folder: Path | None = Field(
        None, description="Folder of the seals of the enti: <slug>.pem with key and certificate; signs the registers."
    )
    smtp_url: str = Field("", description="smtp://user:password@host:port or smtps://…; empty sends nothing.")
    mail_from: str = Field("non-rispondere@localhost", description="Sender of the e-mails.")
    session_idle_minutes: int = Field(30, ge=5, description="A citizen's session ends after this pause.")
    operator_idle_minutes: int = Field(15, ge=5, description="An operator's session ends after this pause.")
    session_hours: int = Field(8, ge=1, le=24, description="No session lasts longer.")
    metrics_token: SecretStr = Field(SecretStr(""), description="Bearer token that may read /metrics; empty closes it.")
    worker_threads: int = Field(4, ge=1, le=64, description="Jobs that one worker runs at once.")
    worker_lost_after_seconds: int = Field(60, ge=2, description="A silent worker's jobs go to the others after this.")
    job_retry_seconds: int = Field(
        5, ge=1, description="First pause before a failed job is tried again; then it doubles."
    )
    log_json: bool = Field(True, description="Logs as JSON lines; false for people.")
    otel_endpoint: str = Field("", description="OTLP/HTTP endpoint for traces; empty sends none.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then the file named by ``SPORTELLO_CONFIG``."""
        found: list[PydanticBaseSettingsSource] = [init_settings, env_settings]
        if file := os.environ.get("SPORTELLO_CONFIG"):
            if not Path(file).is_file():
                raise SettingsError(f"SPORTELLO_CONFIG: {file} is not there")
            found.append(TomlConfigSettingsSource(settings_cls, Path(file)))
        return tuple(found)

    @model_validator(mode="after")
    def _keep_loopback_to_loopback(self) -> Self:
        if self.loopback_development and not (is_loopback(self.portal_url) and is_loopback(self.backoffice_url)):
            raise ValueError("loopback_development: portal_url and backoffice_url must be on this machine")
        return self

    @model_validator(mode="after")
    def _refuse_insecure_production(self) -> Self:
        if self.environment is Environment.PRODUCTION and (problems := self.production_problems()):
            raise ValueError("; ".join(problems))
        return self

    def production_problems(self) -> list[str]:
        """Why these settings must not serve real people; empty when they may."""
        problems = [
            f"{name}: the public address must be https"
            for name in ("portal_url", "backoffice_url")
            if urlsplit(getattr(self, name)).scheme != "https"
        ]
        problems += self.identity_problems()
        problems += self.civil_registry_problems()
        if not _is_key(self.secret_key):
            problems.append("secret_key: needs 32 random bytes in base64")
        if not self.master_keys or not all(_is_key(key) for key in self.master_keys.values()):
            problems.append("master_keys: needs at least one key of 32 random bytes in base64")
        if not self.database_url:
            problems.append("DATABASE_URL: needs a PostgreSQL server")
        if self.database_url and self.database_url == self.database_owner_url:
            problems.append("DATABASE_URL: the application must not connect as the owner of the tables")
        if not self.file_store_url:
            problems.append("file_store_url: needs a place for files")
        return problems

    @property
    def keys(self) -> dict[str, bytes]:
        """The master keys, decoded; the last one encrypts."""
        return {name: base64.b64decode(key.get_secret_value()) for name, key in self.master_keys.items()}

    @property
    def secret(self) -> bytes:
        """The secret key, decoded."""
        return base64.b64decode(self.secret_key.get_secret_value())

    @property
    def secure_cookies(self) -> bool:
        """Whether both sites are reached by https."""
        return self.portal_url.startswith("https://") and self.backoffice_url.startswith("https://")


def _is_key(key: SecretStr) -> bool:
    try:
        return len(base64.b64decode(key.get_secret_value(), validate=True)) == KEY_BYTES
    except ValueError:
        return False


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()  # pyright: ignore[reportCallIssue] - pydantic-settings fills them from the environment
