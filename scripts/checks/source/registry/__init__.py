"""Checks of the registry: contacts, what they cost, when they were compared, what changed."""
