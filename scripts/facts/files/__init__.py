"""Reads the files of the project, whatever they are: texts, pictures, templates, older versions of them."""
