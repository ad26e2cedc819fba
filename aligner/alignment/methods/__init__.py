"""The alignment methods, one file each, behind one interface."""
