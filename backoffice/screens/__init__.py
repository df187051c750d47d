"""Every screen of the back office, by area; ``backoffice/navigation.py`` puts them together."""
