"""Pairs the segments of both sides; one file a method in `methods/`."""
