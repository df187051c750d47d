"""Printable acts as tagged PDF (PDF/UA-1): say what is on the page (`act`), and get the bytes (`engine`)."""
