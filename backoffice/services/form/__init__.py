"""The pages and questions of a form, each on a page of its own."""
