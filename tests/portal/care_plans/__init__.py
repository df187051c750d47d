"""Plans that the office has shared, on the portal."""
