"""The journal of operators' accesses, for administrators."""
