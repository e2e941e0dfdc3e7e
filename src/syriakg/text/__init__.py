"""Article -> parsed paragraphs: clean, find names, mask them, tokenise, parse."""

from syriakg.text.parse import Paragraph, TextReader

__all__ = ["Paragraph", "TextReader"]
