"""Measures what the budgets promise: bytes, first paint, seconds, and how both grow. A benchmark, never a test."""
