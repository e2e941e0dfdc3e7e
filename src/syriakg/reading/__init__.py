"""Parsed paragraphs -> readings: who does what to whom, how sure, and on whose word."""
