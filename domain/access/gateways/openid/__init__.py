"""OpenID Connect in the Italian profile (CIE, SPID): requests, answers, calls."""
