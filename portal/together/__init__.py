"""What a person follows on a screen of their own, while an operator fills in the application with them."""
