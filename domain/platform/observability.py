"""Structured logs without personal data, counters for Prometheus, and the hook for OpenTelemetry traces."""

import logging
import re
import sys
from typing import Any

import structlog
from opentelemetry import trace
from prometheus_client import Counter, Gauge, Histogram

from domain.platform.settings import Settings

log: Any = structlog.get_logger("sportello")
tracer = trace.get_tracer("sportello")

REQUESTS = Counter("sportello_requests_total", "Answers by site, route and status", ["site", "route", "status"])
SECONDS = Histogram("sportello_request_seconds", "Time to answer by site and route", ["site", "route"])
JOBS = Counter("sportello_jobs_total", "Jobs by name and outcome", ["job", "outcome"])
REGISTRY_AGE = Gauge("sportello_identity_registry_age_seconds", "Since a registry of providers was read", ["source"])
CERTIFICATE_DAYS = Gauge("sportello_identity_certificate_days", "Days for which our SAML certificate still holds")
CHAIN_SECONDS = Gauge("sportello_identity_chain_seconds", "Seconds for which a trust chain still holds", ["provider"])
STALE_SOURCES = Gauge("sportello_saml_sources_stale", "Registries of SAML providers not read for 48 hours")

_PERSONAL = re.compile(
    r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]"
    r"|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\d)(?:\+39)?3\d{8,9}\b|\bIT\d{2}[A-Z]\d{22}\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\beyJ[\w-]{10,}\.[\w.-]+|(?:PHNhbW|PD94bW|PFJlc3)[\w+/=%]{20,}")
"""Tokens, and SAML messages in base64 (which begin with `<saml`, `<?xm`, `<Res`)."""
_QUOTED = re.compile(
    r"(?P<before>DETAIL:).*?(?=\n(?:HINT|CONTEXT|LINE|\[SQL)|\n\n|\Z)"
    r"|(?P<value>input_value=).*?(?=, input_type=)",
    re.DOTALL,
)
"""What errors quote: PostgreSQL the row that it refuses, pydantic the value."""


def mask(text: str) -> str:
    """``text`` with codici fiscali, e-mail addresses, mobile numbers, IBANs, tokens and quoted data blanked."""
    quoted = _QUOTED.sub(lambda found: f"{found['before'] or found['value']} ***", text)
    return _PERSONAL.sub("***", _TOKEN.sub("***", quoted))


def _masked(_logger: Any, _method: str, entry: dict[str, Any]) -> dict[str, Any]:
    return {key: mask(value) if isinstance(value, str) else value for key, value in entry.items()}


def configure_logs(*, as_json: bool, level: int = logging.INFO) -> None:
    """Send this process's logs to standard error: one JSON object a line, or for people."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _masked,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # httpx writes whole addresses, httpcore headers, sqlalchemy whole rows
    for chatty in ("httpx", "httpcore", "sqlalchemy", "weasyprint.progress", "fontTools"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def configure_traces(chosen: Settings, process: str) -> bool:
    """Send this process's traces to ``otel_endpoint``; False when none is set or the ``telemetry`` extra is missing."""
    if not chosen.otel_endpoint:
        return False
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # pyright: ignore[reportMissingImports] - the telemetry extra
        from opentelemetry.sdk.resources import Resource  # pyright: ignore[reportMissingImports] - the telemetry extra
        from opentelemetry.sdk.trace import TracerProvider  # pyright: ignore[reportMissingImports] - the telemetry extra
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # pyright: ignore[reportMissingImports] - the telemetry extra
    except ImportError:
        log.warning("traces_unavailable", install="sportello-sociale[telemetry]")
        return False
    provider = TracerProvider(resource=Resource.create({"service.name": "sportello", "service.instance.id": process}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=chosen.otel_endpoint)))
    trace.set_tracer_provider(provider)
    return True
