"""What both sites need between us and identity providers: the page that leads there, the form that comes back."""
