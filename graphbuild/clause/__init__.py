"""What stands where in a sentence: triggers, arguments, and which argument fills which slot."""
