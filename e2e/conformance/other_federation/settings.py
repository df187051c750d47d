"""Settings of the site. The environment says where it is, and how it encrypts userinfo."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ["FEDERATION_FOLDER"])
ANCHOR = os.environ["FEDERATION_URL"]

SECRET_KEY = os.environ["FEDERATION_SECRET"]
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
APPEND_SLASH = False
USE_TZ = True
TIME_ZONE = "UTC"
ROOT_URLCONF = "urls"
AUTH_USER_MODEL = "spid_cie_oidc_accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "static/"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FOLDER / "federation.sqlite3",
        "OPTIONS": {"timeout": 20},
    }
}
INSTALLED_APPS = [
    "spid_cie_oidc.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "spid_cie_oidc.entity",
    "spid_cie_oidc.authority",
    "spid_cie_oidc.provider",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

OIDCFED_DEFAULT_TRUST_ANCHOR = ANCHOR
OIDCFED_TRUST_ANCHORS = [ANCHOR]
OIDCFED_IDENTITY_PROVIDERS = {"cie": {f"{ANCHOR}/oidc/op": ANCHOR}}
OIDCFED_REQUIRED_TRUST_MARKS = [f"{ANCHOR}/openid_relying_party/public/"]
OIDCFED_PROVIDER_PROFILE = "cie"
OIDCFED_DEFAULT_PROVIDER_PROFILE = "cie"
OIDCFED_PROVIDER_AUTH_CODE_MAX_AGE = 10
DEFAULT_JWE_ALG = os.environ["FEDERATION_ALG"]
DEFAULT_JWE_ENC = os.environ["FEDERATION_ENC"]
