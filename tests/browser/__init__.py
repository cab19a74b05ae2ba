"""What only a real browser can tell of the finished pages; run on the made-up campaign, never on the real one."""
