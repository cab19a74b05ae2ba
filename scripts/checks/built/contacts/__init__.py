"""Checks of numbers on finished pages: each is asked for by the page, dials what it shows, and stands in a box that tells the truth."""
