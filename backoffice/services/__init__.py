"""The services of the ente, written in the browser: card, form, translations, preview, publication."""
