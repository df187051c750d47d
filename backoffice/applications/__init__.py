"""Applications as the office reads them."""
