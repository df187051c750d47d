"""Things outside of us that tests need: cards, authenticators, gateways, registries."""
