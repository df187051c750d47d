"""The screens of waiting rooms: opened and closed by the desk."""
