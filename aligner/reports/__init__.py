"""The reports, one file a format: each renders a Result."""
