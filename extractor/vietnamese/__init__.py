"""Vietnamese as written in official documents: normal forms, numbers, dates, tokens."""
