"""Checks of finished pages: they hold what their Markdown says, in HTML that this project writes, and ask nobody else for anything."""
