"""Lessons: Markdown files with a small header, read into plain values that a window shows and a test checks.

Nothing in them is ever executed: conditions are a language of their own (``conditions``), links name what a reader may
try (``links``). ``resources/lessons/README.md`` describes the files.
"""
