"""What people and programs get to see of an Extraction: JSON, CSV, readable tables."""
