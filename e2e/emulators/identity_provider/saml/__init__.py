"""Demo identity providers that speak SAML: a SPID manager, the Italian eIDAS node, and CIE for who enrolled that way.

They take only requests that every Italian rule allows, and can answer wrongly when asked to.
"""
