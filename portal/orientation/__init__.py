"""What am I entitled to? A few questions without a name, and the services with the reasons."""
