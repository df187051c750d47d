"""Machinery: settings, database, jobs, events, files. Knows nothing of social services."""
