"""Reads data files: the safe part of YAML, and what each of them may hold."""
