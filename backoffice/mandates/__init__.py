"""The mandates given to a CAF or a patronato, as its operators see them."""
