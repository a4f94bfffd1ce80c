"""Recognition of scanned pages: pictures of pages to runs of text and ruling lines.

Needs the extra "ocr" and Tesseract's Vietnamese model; ``extra.missing`` tells what is not there.
"""
