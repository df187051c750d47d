"""The contacts of the desk: lists, files, counts."""
