"""A demo identity provider (OP) that speaks the CIE profile of OpenID Connect strictly, with invented people.

Never part of an installation for real citizens. It refuses every request that the Italian rules would
refuse, so a sign-in through it says something about our relying party.
"""
