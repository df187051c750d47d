"""The kit both sites share: pages, forms, sessions, languages, security. Knows no service and no case."""
