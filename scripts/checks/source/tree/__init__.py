"""Checks of files, folders, pictures and settings, before any other program sees them."""
