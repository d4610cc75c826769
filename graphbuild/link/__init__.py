"""Names, persons and phrases as mentions of entities."""
