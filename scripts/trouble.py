"""What can go wrong before the first package is there, and how to mend it, in both languages."""
from __future__ import annotations

import re
import sys

WENT_WELL = ("Collecting ", "Processing ", "Requirement already satisfied", "Downloading ", "Using cached ", "Installing ")

# What pip or venv say when they fail → the fact and the mend, in the order they are tried. The patterns are pip's own
# words (23.0 to 26): one that no longer fits only costs the hint, for the last row takes everything.
FAILURES = (
    (r"ensurepip|No module named '?venv\b",
     "this Python has no venv module, which makes .venv",
     "install it and run the command again. Debian, Ubuntu: apt install python{version}-venv",
     "cài thêm rồi chạy lại lệnh. Debian, Ubuntu: apt install python{version}-venv"),
    (r"No space left|not enough space|Errno 28\b|Disk quota exceeded",
     "the disk is full, so .venv could not be finished",
     "free 1 GB and run the command again",
     "giải phóng 1 GB ổ đĩa rồi chạy lại lệnh"),
    (r"DO NOT MATCH THE HASHES",
     "a downloaded package is not the one that {lock} names, so nothing of it was installed",
     "run the command again on another network; if it stays so, tell the project's owners and do not go round it",
     "chạy lại lệnh bằng mạng khác; nếu vẫn vậy, hãy báo người giữ dự án, đừng tìm cách bỏ qua"),
    # Without retries pip keeps quiet about the network; then not even the first package is found.
    (r"connection broken|Could not fetch URL|Max retries|ReadTimeout|ConnectionError|ProxyError|SSLError|"
     r"^(?!.*(Collecting|Processing|already satisfied)).*No matching distribution",
     "the package registry could not be reached, so .venv could not be finished",
     "check the network (a proxy: HTTPS_PROXY; another registry: pip config set global.index-url) and run the command "
     "again. With no network, carry a folder of wheels (pip download -r {lock} -d FOLDER) and set PIP_NO_INDEX=1 "
     "PIP_FIND_LINKS=FOLDER",
     "kiểm tra mạng (qua proxy: HTTPS_PROXY; kho gói khác: pip config set global.index-url) rồi chạy lại lệnh. Không có "
     "mạng thì chép theo một thư mục wheel (pip download -r {lock} -d FOLDER) và đặt PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER"),
    (r"No matching distribution|Could not find a version",
     "a package of {lock} is not to be had ready-made for Python {version} on this machine",
     "use a Python between 3.11 and 3.14 (64-bit; Windows on ARM: the x86-64 one), or, when PIP_FIND_LINKS is set, make "
     "sure that folder holds every package of {lock}",
     "dùng Python từ 3.11 đến 3.14 (64-bit; Windows trên ARM: bản x86-64), hoặc nếu có đặt PIP_FIND_LINKS thì xem thư mục "
     "ấy đã đủ mọi gói trong {lock} chưa"),
    (r"",
     "pip could not install the packages of {lock}",
     "read pip's lines above, mend what they name, and run the command again",
     "đọc các dòng của pip ở trên, sửa điều được nêu rồi chạy lại lệnh"),
)


class Trouble(Exception):
    """Something the person at the keyboard can mend; as text: the fact, what was seen, then the mend twice."""

    def __init__(self, fact: str, fix: str, sua: str, seen: tuple[str, ...] = (), code: int = 1):
        self.code = code
        super().__init__("\n".join([fact, *(f"    | {line}" for line in seen), f"    fix: {fix}", f"    sửa: {sua}"]))


def why(lines: list[str], lock: str = "requirements.txt") -> Trouble:
    """Returns the Trouble that fits the last lines of a program that failed."""
    output = " ".join(lines)
    _, *texts = next(row for row in FAILURES if re.search(row[0], output))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    seen = [line[:300] for line in lines if not line.lstrip().startswith(WENT_WELL)]
    return Trouble(*(text.format(lock=lock, version=version) for text in texts), seen=tuple(seen[-4:]))


def of_the_disk(error: OSError) -> Trouble:
    """Returns the Trouble for a file or folder that could not be read, written or moved."""
    seen = (str(error),)
    if re.search(FAILURES[1][0], str(error)):
        return why(list(seen))
    return Trouble("a file or folder of the environment could not be read, written or moved",
                   "make this folder writable for you, close programs that use .venv (editor, preview; in an activated "
                   "terminal: deactivate), and run the command again",
                   "cấp quyền ghi cho thư mục này, đóng chương trình đang dùng .venv (trình soạn thảo, bản xem trước; "
                   "cửa sổ lệnh đã activate thì gõ deactivate) rồi chạy lại lệnh", seen)
