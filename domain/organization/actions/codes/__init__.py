"""What happens to the coded lists: shipped ones are kept current, enti add, change, switch off and on."""
