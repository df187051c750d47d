"""What the portal tells the other members of the OpenID Connect federation."""
