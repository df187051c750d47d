"""Writing a contact sheet on one page, and reading it."""
