"""What the HTML report is made of: its words in two languages, its parts, its style sheet and its script."""
