"""The ente, its offices, its operators: changed by its administrators."""
