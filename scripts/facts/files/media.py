"""Says which media type a file of the site has; written down here, because each machine's own list of types is another one."""

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "svg": "image/svg+xml",
         "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "ico": "image/vnd.microsoft.icon",
         "woff2": "font/woff2", "vcf": "text/vcard", "txt": "text/plain", "xml": "application/xml", "pdf": "application/pdf",
         "webmanifest": "application/manifest+json"}
OTHER = "application/octet-stream"


def media_type(name: str) -> str:
    """Returns the media type of a file by its name.

    >>> media_type("en/index.html"), media_type("a.bin")
    ('text/html', 'application/octet-stream')
    """
    return TYPES.get(name.rpartition(".")[2].lower(), OTHER)
