"""Statements from an article: where mentions, triggers, patterns, modality, attribution and dates meet."""
