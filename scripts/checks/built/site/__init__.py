"""Checks of a finished site as a whole: which files it holds, what they are called, what servers and browsers are told."""
