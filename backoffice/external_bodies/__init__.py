"""Organisations with which the offices work: schools, clinics, associations, employers."""
