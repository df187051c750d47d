"""An identity provider of our own for tests: it answers by SAML, rightly or in every wrong way."""
