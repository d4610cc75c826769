"""Whose words a stretch of an article gives."""
