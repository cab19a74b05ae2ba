"""Says in plain words what a thing in a folder is when it is no ordinary file."""

import stat

KINDS = {stat.S_IFLNK: "a symbolic link, which shows whatever it leads to", stat.S_IFIFO: "a pipe (FIFO), which may never end",
         stat.S_IFSOCK: "a socket of a running program", stat.S_IFBLK: "a device", stat.S_IFCHR: "a device"}


def kind_of_file(mode: int) -> str:
    """Returns what a thing with this `st_mode` is; empty for ordinary files and folders.

    >>> kind_of_file(0o100644), kind_of_file(0o010600)
    ('', 'a pipe (FIFO), which may never end')
    """
    form = stat.S_IFMT(mode)
    return "" if form in (0, stat.S_IFREG, stat.S_IFDIR) else KINDS.get(form, "no file that programs can read")
