"""What points back to somebody named before: phrases, pronouns, « nous »."""
