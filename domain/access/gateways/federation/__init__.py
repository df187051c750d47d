"""OpenID Federation in the Italian profile: who we are, and whom we trust."""
