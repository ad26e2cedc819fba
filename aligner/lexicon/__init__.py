"""Word knowledge below the stages: the compiled dictionary that alignment, terms and checks ask."""
