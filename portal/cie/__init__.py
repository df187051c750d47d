"""Sign-in by OpenID Connect Federation (CIE; SPID where it speaks that): addresses that the federation knows."""
