"""The invented ambito of the demonstration: its enti, offices and operators."""
