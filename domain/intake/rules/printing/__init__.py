"""The whole file of an application on paper."""
