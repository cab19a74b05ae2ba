"""Checks of what lies outside: do the web addresses that we send people to still lead where we meant?

Only `client` speaks to the web; all other modules are as pure as every check. Run by `check --network` alone, once a week:
never by a build, a test or a pull request, because time passing elsewhere must not break our work.
"""
