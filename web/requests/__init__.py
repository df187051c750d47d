"""What a request tells besides its page: from where it comes, and whether htmx sent it."""
