"""The links that operators get by e-mail."""
