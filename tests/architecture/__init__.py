"""The rules of the house, each over the real tree and each seen to fail when planted."""
