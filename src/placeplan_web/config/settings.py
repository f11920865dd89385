"""Settings of the web side, made from the environment (see ``environment.py``)."""

from importlib.util import find_spec

from csp.constants import NONCE, NONE, SELF

from placeplan_web.config.environment import (
    parse_database_url,
    read_environment,
    read_or_make_secret,
)
from placeplan_web.config.openid import find_name, list_origins, read_providers

environment = read_environment()
PLACEPLAN_HOME = environment.home

# Who we are: branding is a setting, so that nothing here belongs to one organisation.
PLACEPLAN_NAME = environment.text("NAME", "Placeplan")
PLACEPLAN_OWNER = environment.text("OWNER", "Kent and Medway example")
PLACEPLAN_ACCENT = environment.text("ACCENT", "#17505c")
PLACEPLAN_LICENCE = environment.text(
    "LICENCE",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)
PLACEPLAN_CONTACT = environment.text("CONTACT")

# E-mail: the daily digest of those who asked for one, and nothing else
PLACEPLAN_ADDRESS = environment.text("ADDRESS")
EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = environment.whole("EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_PASSWORD")
EMAIL_USE_TLS = environment.flag("EMAIL_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", "placeplan@localhost")

# Keys, hosts and transport
DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY") or read_or_make_secret(
    PLACEPLAN_HOME / "secret-key"
)
ALLOWED_HOSTS = environment.names("HOSTS", "localhost 127.0.0.1 [::1]")
BEHIND_TLS = environment.flag("BEHIND_TLS")
CSRF_TRUSTED_ORIGINS = (
    [f"https://{host}" for host in ALLOWED_HOSTS] if BEHIND_TLS else []
)
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
# Other names of the domain are not ours to bind, nor is a list in browsers ours.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_NAME = "placeplan_session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_USE_SESSIONS = True  # so that there is one cookie, and only once it is needed
CSRF_FAILURE_VIEW = "placeplan_web.design.views.forbidden_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SOCIALACCOUNT_PROVIDERS = read_providers(environment)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *list_origins(SOCIALACCOUNT_PROVIDERS)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), interest-cohort=()"
MOST_BODY_BYTES = 60 * 1024 * 1024  # an uploaded plan folder has 50 MB at most
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# Rooms, in the order of the story; an app may use only those above it.
ROOMS = [
    "placeplan_web.design",
    "placeplan_web.audit",
    "placeplan_web.accounts",
    "placeplan_web.registers",
    "placeplan_web.places",
    "placeplan_web.performance",
    "placeplan_web.evidence",
    "placeplan_web.initiatives",
    "placeplan_web.money",
    "placeplan_web.programme",
    "placeplan_web.governance",
]
INSTALLED_APPS = [
    *ROOMS,
    "placeplan_web.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "rules.apps.AutodiscoverRulesConfig",
    "csp",
    "django_tasks",
    "django_tasks_db",
]
if find_spec("django_linear_migrations"):  # present for developers alone
    INSTALLED_APPS.append("django_linear_migrations")
FIRST_PARTY_APPS = ROOMS

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "placeplan_web.design.middleware.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "placeplan_web.design.middleware.PrivateAnswerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "placeplan_web.design.middleware.BodySizeMiddleware",
    "placeplan_web.design.middleware.AddressMiddleware",
    "placeplan_web.config.gate.AccessMiddleware",
    "placeplan_web.accounts.middleware.SecondFactorMiddleware",
]
ROOT_URLCONF = "placeplan_web.config.urls"
WSGI_APPLICATION = "placeplan_web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "placeplan_web.design.environment.make_environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "placeplan_web.design.context.page_context",
                "placeplan_web.places.context.place_context",
                "placeplan_web.evidence.context.licence_context",
            ],
        },
    },
]
# Links of the menu, in story order: words and the name of an address. A room shows as
# soon as its address exists.
NAVIGATION = [
    ("Places", "places:index"),
    ("People", "evidence:people"),
    ("Demand", "evidence:demand"),
    ("Capacity", "evidence:capacity"),
    ("Money", "evidence:money"),
    ("Performance", "performance:index"),
    ("Plan", "evidence:changes"),
    ("Evidence", "evidence:runs"),
    ("Initiatives", "initiatives:index"),
    ("Programme", "programme:index"),
    ("Governance", "governance:index"),
]

# Records
DATABASES = {
    "default": parse_database_url(environment.text("DATABASE_URL"), PLACEPLAN_HOME)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Lock-out counts attempts here, so every process has to see the same numbers.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entry",
    },
    # For what is cheap to make again, such as a drawn chart.
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
MEDIA_ROOT = PLACEPLAN_HOME / "media"  # never served by address: views read from it
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    }
}

# Static files: collected and compressed by `placeplan serve`
STATIC_URL = "/static/"
STATIC_ROOT = PLACEPLAN_HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "placeplan_web.design.storage.StaticStorage"},
}
WHITENOISE_USE_FINDERS = True  # files not collected yet are served as they stand
WHITENOISE_MAX_AGE = 300

# Sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation"
        ".UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "placeplan_web.accounts.adapter.ClosedAdapter"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key", "login": "60/m/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
MFA_ADAPTER = "placeplan_web.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = PLACEPLAN_NAME
MFA_RECOVERY_CODES_SHOW_ONCE = True
SOCIALACCOUNT_ADAPTER = "placeplan_web.accounts.openid.InvitedAdapter"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
OPENID_NAME = find_name(SOCIALACCOUNT_PROVIDERS)
STAFF_NEED_SECOND_FACTOR = environment.flag("STAFF_NEED_SECOND_FACTOR")
INVITATION_DAYS = environment.whole("INVITATION_DAYS", 7)
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole("PROXIES", 0)

# Language and time
LANGUAGE_CODE = "en-gb"
USE_I18N = False
TIME_ZONE = "Europe/London"
USE_TZ = True

LOG_LEVEL = environment.text("LOG_LEVEL", "INFO").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "placeplan_web": {"level": LOG_LEVEL},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django_tasks": {"level": LOG_LEVEL},
        "django_tasks_db": {"level": LOG_LEVEL},
    },
}
