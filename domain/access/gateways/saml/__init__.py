"""SAML 2 in the profiles of SPID, CIE and the Italian eIDAS node."""
