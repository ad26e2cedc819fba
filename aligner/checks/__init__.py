"""The rules, one file each; the runner is `aligner.checks._runner`."""
