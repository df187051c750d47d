"""Ten more services that comuni offer, each with its card and its whole form."""
