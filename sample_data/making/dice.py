"""Chance that falls the same way every time, on every Python.

Only `Random.random()` is drawn from: its sequence is promised for ever, that of `choice`, `sample`
or `shuffle` is not. Every topic has its own dice, so that a change in one file of the sample data
leaves the others as they were.
"""

from random import Random


class Dice:
    def __init__(self, topic):
        self._draw = Random(f"Rivierenstreek {topic}").random

    def chance(self, probability):
        return self._draw() < probability

    def number(self, low, high):
        return low + self._draw() * (high - low)

    def whole(self, low, high):
        """A whole number from low up to and including high."""
        return low + int(self._draw() * (high - low + 1))

    def one_of(self, options):
        return options[int(self._draw() * len(options))]

    def weighted(self, weights):
        """A key of the dict `weights`, as often as its weight says."""
        left = self._draw() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.whole(0, last)
            items[last], items[other] = items[other], items[last]
        return items

    def several(self, options, count):
        """`count` different options, in the order in which they stand."""
        chosen = self.shuffled(range(len(options)))[:count]
        return [options[i] for i in sorted(chosen)]


def divide(total, weights):
    """`total` in whole parts that are proportional to `weights` and sum to it exactly."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
