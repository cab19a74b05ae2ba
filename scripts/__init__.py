"""Turns `docs/` into a checked website and the copies people carry away.

Four rooms, in the order data flows; each knows only the rooms before it:

    facts    reads what we say: the data files, the pages, the tokens
    checks   refuses what must not be published, and says how to mend it
    build    makes the website of what passed, and swaps it into place
    carry    packs the finished website for schools without a network

Run it with `python -m scripts VERB`; `python -m scripts --help` lists the verbs.
"""
