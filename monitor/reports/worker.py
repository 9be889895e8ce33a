"""A process that makes files of the sections it is sent, one report after the other."""

import os
import pickle
import sys

from monitor.reports.rendering import read, render, write


def main() -> None:
    """Until nobody writes any more. What a library prints goes beside the answers, not among them."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with answers:
        while (question := read(sys.stdin.buffer)) is not None:
            one, forms = pickle.loads(question)
            try:
                answer: dict[str, bytes] | str = render(one, forms)
            except (ValueError, RuntimeError, TypeError, LookupError, OSError) as error:
                # The next one may be good.
                answer = type(error).__name__
            write(answers, pickle.dumps(answer))


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os._exit(1)  # who asked is gone: nobody waits for an answer, or for why there is none
