"""What the spaCy components are made of: how values travel on a Doc, and how cues are matched."""
