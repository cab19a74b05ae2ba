"""Asks whether the tests would notice: breaks one small thing of a module at a time, and runs the tests that belong to it.

mutmut 3 changes nothing outside functions, where our patterns and tables stand, and needs fork, which Windows has not;
cosmic-ray knows no patterns and writes into the tree. So this is our own, small one: it writes nothing.
"""
