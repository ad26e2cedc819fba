"""What can be known of a text by looking at it alone: scripts, splitting, tokens, numbers, variants."""
