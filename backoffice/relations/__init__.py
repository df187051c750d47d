"""Genogram and eco-map of a person, and the forms to say what people are to each other."""
