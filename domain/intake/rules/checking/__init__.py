"""Whether somebody who applies has what a service asks: from what is known, and from where it is known."""
