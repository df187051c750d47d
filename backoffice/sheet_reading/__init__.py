"""Reading a contact sheet, and what is added to it."""
