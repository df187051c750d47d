"""The gates of language: catalogues, pseudo-locale, plain words."""
