"""The civil registry at the desk."""
