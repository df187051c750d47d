"""Sign-in by SAML (SPID, eIDAS, CIE by SAML): the addresses that the federations know. They never change."""
