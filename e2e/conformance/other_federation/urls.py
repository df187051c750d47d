"""The addresses of the anchor at the root, and of the provider under /oidc/op."""

# pyright: reportMissingImports=false

from django.urls import path
from spid_cie_oidc.authority.urls import urlpatterns as anchor
from spid_cie_oidc.entity.urls import urlpatterns as entity
from spid_cie_oidc.entity.views import entity_configuration, resolve_entity_statement
from spid_cie_oidc.provider.urls import urlpatterns as provider

urlpatterns = [
    *entity,
    *anchor,
    *provider,
    path("oidc/op/.well-known/openid-federation", entity_configuration),
    path("oidc/op/resolve", resolve_entity_statement),
]
