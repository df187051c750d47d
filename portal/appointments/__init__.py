"""Appointments of somebody: the list of who is signed in, and the page of each, also by its signed address."""
