"""What the database itself knows of rows: which point at which, how many there are, and how links move."""
