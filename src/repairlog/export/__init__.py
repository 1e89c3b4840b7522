"""A report, or the whole record, as text that leaves the program: markdown, JSON."""
