"""Who may have a service, written without any language to learn, and tried on typed facts."""
