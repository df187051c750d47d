"""The checklist of an application: requirement by requirement, what the rule says and what the office finds."""
