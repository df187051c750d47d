"""Who may see applications and what goes with them."""
