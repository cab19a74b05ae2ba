"""The door: `python -m scripts VERB` finds or makes the environment, then lets the command line do the work.

This file must stay readable for old Pythons (no f-strings, no new syntax): they have to get as far as the sentence
that says which Python is needed. On Windows the same door is `py -m scripts VERB`.
"""
import gc
import sys

OLDEST = (3, 11)
TOO_OLD = """\
Python {found} is too old for this project, which needs Python {oldest} or newer
    fix: install Python {oldest} or newer (https://www.python.org/downloads/) and name it: \
python{oldest} -m scripts, on Windows: py -{oldest} -m scripts
    sửa: cài Python {oldest} trở lên (https://www.python.org/downloads/) rồi gọi đúng bản đó: \
python{oldest} -m scripts, trên Windows: py -{oldest} -m scripts
"""
INTERRUPTED = 130  # what shells report for a program ended with Ctrl-C (128 + SIGINT)
CUT_OFF = 141  # … and for one whose reader has gone (128 + SIGPIPE)


def main(argv, version=sys.version_info):
    """Returns the exit code of the verb in `argv`: 0 good, 1 errors, 2 wrong usage or a Python that is too old."""
    if tuple(version[:2]) < OLDEST:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version[:3], OLDEST))
        # Bytes, because `reconfigure` came with 3.7 and an old console encoding has no room for Vietnamese.
        sys.stderr.buffer.write(TOO_OLD.format(found=found, oldest=oldest).encode("utf-8"))
        return 2
    from . import environment, programs, trouble

    programs.speak_utf8()
    try:
        environment.ready(argv[:1] in (["test"], ["bench"]))
        if argv[:1] == ["test"]:  # not through the command line, so that the tests run also when its imports are broken
            from . import suite

            return suite.run(argv[1:])
        gc.set_threshold(1000000)  # a command ends soon; looking for rings among thousands of pages costs an eighth of its time
        from . import cli

        code = cli.main(argv)
        sys.stdout.flush()
        gc.freeze()  # nor when it ends
        return code
    except BrokenPipeError:  # whoever reads has seen enough, as `head` does
        programs.leave_unread()
        return CUT_OFF
    except trouble.Trouble as met:
        programs.say(str(met))
        return met.code
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
