"""A bilingual abstract of our own, so that the main job runs right after installation."""
