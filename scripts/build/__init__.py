"""Makes the website: MkDocs with our hooks, a cut stylesheet, search data, and a safe swap."""
