"""Which passwords are good enough, and what is kept of them."""

import threading

import argon2
import pytest

from monitor.access import passwords
from monitor.access.passwords import PasswordRefused, TooBusy


@pytest.mark.parametrize(
    "password",
    [
        "paars kanaal trompet",  # words
        "Tr0ub4dor&3xyzzy",
        "mijn kat eet om 7 uur vis",  # common words in a row are fine
        "пароль для монитора",  # any letters
        "🙂🙃🙂🙃🙂🙃 zon maan ster",
        "x" * 3 + "abcdefg jklm 9" + "y" * 183,  # 200
        "8472 0193 7745 6620",  # digits alone, when they are no row
        "xK7#qPzm2Lw!Rt",  # from a password manager
        "{#@!7(0)|[3}8%$<9;^~ (6",  # the same with signs
    ],
)
def test_a_long_password_that_few_have_is_good(password: str) -> None:
    passwords.check(password, "an.devries@voorbeeld.nl", "An de Vries")


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "te kort"),
        ("elf tekens.", "te kort"),
        ("x9" * 101, "te lang"),
        ("aaaaaaaaaaaaaaaa", "dezelfde tekens"),
        ("abababababab1", "dezelfde tekens"),
        ("welkomwelkom", "te veel mensen"),
        ("Welkom2026!!", "te veel mensen"),
        ("!!!Wachtwoord123", "te veel mensen"),
        ("P@ssw0rd2026!", "te veel mensen"),
        ("w3lk0m w3lk0m", "te veel mensen"),
        ("Geheim!Geheim!", "te veel mensen"),
        ("qwertyuiop12", "te veel mensen"),
        ("123456789012", "te veel mensen"),
        ("zyxwvutsrqponm", "te veel mensen"),
        ("1qaz2wsx3edc4rfv", "te veel mensen"),
        ("Samenwerkingsverband1", "te veel mensen"),
        ("Dekkend Aanbod", "te veel mensen"),
        ("passendonderwijs2026", "te veel mensen"),
        ("".join(chr(ord(one) + 0xFEE0) for one in "welkomwelkom"), "te veel mensen"),  # the same letters, wide
        ("Welkom2026Welkom", "te veel mensen"),
        ("Welkom01 Welkom01", "te veel mensen"),
        ("Utrecht-Amsterdam", "te veel mensen"),
        ("21-03-1987 jan", "te veel mensen"),  # a day of birth
        ("Droowthcaw2026!", "te veel mensen"),  # backwards
        ("januari februari", "te veel mensen"),
        ("an.devries@voorbeeld.nl", "naam of e-mailadres"),
        ("mijn an.devries@voorbeeld.nl!", "naam of e-mailadres"),
        ("An.DeVries2026", "naam of e-mailadres"),
        ("An de Vries 99", "naam of e-mailadres"),
        ("voorbeeld.nl-123", "naam of e-mailadres"),
        ("s3irved-seirved", "naam of e-mailadres"),
    ],
)  # fmt: skip
def test_a_password_that_is_soon_guessed_is_refused_with_a_reason(password: str, said: str) -> None:
    with pytest.raises(PasswordRefused, match=said) as refused:
        passwords.check(password, "an.devries@voorbeeld.nl", "An de Vries")

    assert not password or len(password) < 3 or password not in str(refused.value)


def test_the_list_of_words_is_in_lower_case_and_each_of_them_is_soon_guessed() -> None:
    lines = passwords.COMMON.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]

    assert len(words) > 350
    assert [word for word in words if word != word.casefold()] == []
    assert {"welkom", "wachtwoord", "dekkend", "feyenoord"} <= set(words)
    good = []
    for word in [*words[::9], "password"]:
        try:
            passwords.check(f"{word.capitalize()}-{word}2026")
        except PasswordRefused:
            continue
        good.append(word)
    assert good == []


@pytest.mark.parametrize(
    ("password", "expected", "why"),
    [
        ("zeven groene stoelen dansen " * 7, 72, "as much as zxcvbn takes"),
        ("4@8({[<369#!1|l70$5+7%2" * 8, 24, "thousands of ways to read it: seconds, unless"),
    ],
)
def test_what_would_take_long_to_judge_is_judged_by_how_it_begins(
    password: str, expected: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []

    def zxcvbn(text: str, words: list[str]) -> dict[str, object]:
        looked_at.append(len(text))
        return {"score": 4, "sequence": []}

    monkeypatch.setattr("zxcvbn.zxcvbn", zxcvbn)

    passwords.check(password)

    assert max(looked_at) == expected, why


def test_the_words_of_one_are_not_tried_for_another() -> None:
    own = "Wolfgang-Xaverius7", "w.xaverius@elders.nl", "Wolfgang Xaverius"
    with pytest.raises(PasswordRefused, match="naam of e-mailadres"):
        passwords.check(*own)

    passwords.check(own[0], "an.devries@voorbeeld.nl", "An de Vries")


def test_a_hash_is_argon2id_and_never_the_same() -> None:
    one, other = passwords.hashed("paars kanaal"), passwords.hashed("paars kanaal")

    assert one != other
    assert one.startswith("$argon2id$")
    assert passwords.verify(one, "paars kanaal")
    assert not passwords.verify(one, "paars kanaa")
    assert not passwords.verify("geen hash", "paars kanaal")


def test_the_parameters_are_no_weaker_than_what_is_advised() -> None:
    """OWASP: at least 19 MiB in 2 passes; not those of the tests."""
    import importlib.util

    spec = importlib.util.find_spec("monitor.access.passwords")
    assert spec is not None
    assert spec.loader is not None
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)

    assert fresh.hasher.type is argon2.Type.ID
    assert fresh.hasher.memory_cost >= 19 * 1024
    assert fresh.hasher.time_cost >= 2


def test_the_same_letters_from_another_keyboard_are_the_same_password() -> None:
    stored = passwords.hashed("café ﬁets ① kanaal")  # one é, a ligature, a ring

    assert passwords.verify(stored, "cafe\u0301 fiets 1 kanaal")


def test_a_hash_of_other_parameters_is_outdated(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = passwords.hashed("paars kanaal")
    assert not passwords.is_outdated(stored)

    monkeypatch.setattr(passwords, "hasher", argon2.PasswordHasher(2, 8, 1))

    assert passwords.is_outdated(stored)
    assert passwords.verify(stored, "paars kanaal")


def test_no_more_than_two_are_looked_at_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of attempts may not eat the memory: who gets no turn in time is told."""
    inside, most, go = [], [], threading.Event()

    class Slow:
        def verify(self, stored: str, password: bytes) -> bool:
            inside.append(1)
            most.append(len(inside))
            go.wait(timeout=30)
            inside.pop()
            return True

    monkeypatch.setattr(passwords, "hasher", Slow())
    monkeypatch.setattr(passwords, "WAIT", 0.05)
    held = [threading.Thread(target=passwords.verify, args=("", "x")) for _ in range(2)]
    for thread in held:
        thread.start()
    while len(inside) < 2:
        pass

    with pytest.raises(TooBusy, match="te veel mensen tegelijk"):
        passwords.verify("", "x")
    go.set()
    for thread in held:
        thread.join()

    assert passwords.verify("", "x"), "there is a turn again"
    assert max(most) == 2
