"""Reads an existing notice (text, Markdown, HTML, Word, PDF text) into sections and facts; pure, without Django."""
