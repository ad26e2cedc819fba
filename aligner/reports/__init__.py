"""The reports, one file a format: each renders a Result.

A format is a file that assigns `REPORT`; nothing else changes when one is added.
"""

from aligner.reports._report import RenderOptions, Report, file_of, reason, with_words
from aligner.reports._together import Writing, write_together
from aligner.reports._write import Output, Screen, find, for_stream, parse, require_text, to_file, to_stream, writing
from aligner.text.screen import cells, harmless

__all__ = [
    "Output",
    "RenderOptions",
    "Report",
    "Screen",
    "Writing",
    "cells",
    "file_of",
    "find",
    "for_stream",
    "harmless",
    "parse",
    "reason",
    "require_text",
    "to_file",
    "to_stream",
    "with_words",
    "write_together",
    "writing",
]
