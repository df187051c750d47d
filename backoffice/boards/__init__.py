"""The screens of waiting rooms."""
