"""What extracted documents say together: comparison, audit, progress. Works on records, never on sources."""
