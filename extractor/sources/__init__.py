"""Readers: files of any format to the one canonical Source."""
