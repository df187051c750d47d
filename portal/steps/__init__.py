"""The questions of an application, one step a page, with their documents."""
