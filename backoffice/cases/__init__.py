"""Cases: the person, what was asked, what was done."""
