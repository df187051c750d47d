"""The whole file of an application on paper: what goes into it, as far as who prints may read."""
