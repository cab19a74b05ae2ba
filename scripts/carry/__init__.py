"""Packs the finished website into what a person carries away, with checksums."""
