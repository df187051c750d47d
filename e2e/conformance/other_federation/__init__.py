"""A site for the public package spid-cie-oidc: a trust anchor and a provider in one process.

It runs in an environment of its own, where nothing of ours can be imported.
"""
