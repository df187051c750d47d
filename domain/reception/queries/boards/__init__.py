"""The screens of waiting rooms, and what they show."""
