"""Word files (Office Open XML): the package, and the text in it with the place of every character."""
