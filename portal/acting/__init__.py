"""The bar that says for whom one is acting."""
