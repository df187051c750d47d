"""Sign-in by OpenID Connect Federation: CIE, and SPID where it speaks that."""
