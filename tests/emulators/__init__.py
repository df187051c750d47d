"""The demo identity providers: strict with us, right in their answers, wrong only when asked."""
