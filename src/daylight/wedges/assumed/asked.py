"""Ask for a scenario at a terminal, one thing at a time, and return it as a YAML text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from daylight.core.errors import BadInput
from daylight.core.visible import one_line, quoted
from daylight.wedges.assumed.amounts import NUMBER
from daylight.wedges.assumed.scenario import scenario

Prompt = Callable[[str], str]
MOST_TRIES, MOST_OFFERS = 5, 10
"""Answers to one question that may be no answer; and offers or threats of one bidder."""
RANGE = "a number, or low and high, or low, likely and high, with commas between"
GROUPED = re.compile(r"\d,\d{3}(?!\d)")
START = """\
# A scenario for `daylight wedge`: assumptions, no findings. All amounts in one unit and beyond
# what is usual between such states. What is left out is as usual.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of answer: what is asked for, and a scenario in which it has its place, to check it.

    Attributes
    ----------
    form : str
    probe : str
        With ``%s`` where the answer stands.
    """

    form: str
    probe: str


AMOUNT = Kind(RANGE, "divider: {worth: %s}")
ABOVE_NONE = Kind(RANGE, "even: %s")
COST = Kind(RANGE, "divider: {offers: [{name: a, value: 1, kept: 1, cost: %s}]}")
SIGNED = Kind(f"{RANGE}; below 0 where it would rather leave", "stay: %s")
CHANCE = Kind(f"from 0 to 1: {RANGE}", "divider: {vetoes: [{who: a, chance: %s}]}")
YEARS = Kind("1, 2, 4 or 8", "within: %s")


def asked(prompt: Prompt) -> str:
    """Return a scenario as YAML, from answers to plain questions.

    Parameters
    ----------
    prompt : callable
        Shows a question and returns what is typed. An empty answer means unknown: the default
        that the question names, or nothing is written.

    Raises
    ------
    BadInput
        When a question gets five answers that cannot be used.
    """
    lines = [f"unit: {_text(prompt, 'In what unit are amounts given?') or 'units'}"]
    within = _value(prompt, "Within how many years? (empty: 4)", YEARS)
    lines.append(f"within: {within or 4}")
    question = (
        "Beyond what is usual between such states, how large would the target's net gain from "
        "leaving have to be for leaving to be as likely as not? (empty: unknown, then there is no "
        "chance)"
    )
    lines += _line("even", _value(prompt, question, ABOVE_NONE))
    question = "What is staying worth to the target by itself, beyond the usual? (empty: nothing)"
    lines += _line("stay", _value(prompt, question, SIGNED))
    divider = [*_bidder(prompt, "divider", "the target's leaving"), *_vetoes(prompt)]
    lines += _section("divider", divider)
    lines += _section("partner", [*_bidder(prompt, "partner", "keeping the target")])
    lines += _line("note", _text(prompt, "A note? (empty: none)"))
    text = START + "\n".join(lines) + "\n"
    scenario(text)
    return text


def _section(name: str, lines: list[str]) -> list[str]:
    """Return lines below a name, which is left out where nothing but comments stands below it."""
    return [f"{name}:", *lines] if any("#" not in line[:3] for line in lines) else lines


def _bidder(prompt: Prompt, who: str, gain: str) -> Iterator[str]:
    worth = _value(prompt, f"What is {gain} worth to the {who}? (empty: unknown)", AMOUNT)
    yield from _line("  worth", worth)
    fixed = f"What does it cost the {who} besides what it gives, such as quarrels? (empty: nothing)"
    yield from _line("  fixed_cost", _value(prompt, fixed, AMOUNT))
    yield from _bids(prompt, who, "offers")
    yield from _bids(prompt, who, "threats")


def _bids(prompt: Prompt, who: str, what: str) -> Iterator[str]:
    offers = what == "offers"
    verb = "promise the target" if offers else "threaten the target with"
    heading = [f"  {what}:"]
    for _ in range(MOST_OFFERS):
        name = _text(prompt, f"What does the {who} {verb}? (empty: nothing more)")
        if not name:
            return
        effect = "worth to the target if it is kept" if offers else "taking from the target"
        value = _value(prompt, f"What is it {effect}? (empty: unknown, it is left out)", AMOUNT)
        if not value:
            yield f"  # left out, its value is not known: {name}"
            continue
        yield from heading
        heading = []
        yield f"    - name: {name}"
        yield f"      value: {value}"
        done, word = ("kept", "kept") if offers else ("carried_out", "carried out")
        chance = f"How likely does the target think that it is {word}? (empty: anything, 0 to 1)"
        yield f"      {done}: {_value(prompt, chance, CHANCE) or '[0, 1]'}"
        if offers:
            cost = f"What does a unit of it cost the {who}? (empty: unknown)"
            yield from _line("      cost", _value(prompt, cost, COST))


def _vetoes(prompt: Prompt) -> Iterator[str]:
    heading = ["  vetoes:"]
    for _ in range(MOST_OFFERS // 2):
        who = _text(prompt, "Who could stop the divider's offers? (empty: nobody else)")
        if not who:
            return
        yield from heading
        heading = []
        yield f"    - who: {who}"
        chance = _value(prompt, "How likely is that? (empty: anything, 0 to 1)", CHANCE)
        yield f"      chance: {chance or '[0, 1]'}"


def _line(name: str, answer: str) -> list[str]:
    return [f"{name}: {answer}"] if answer else []


def _value(prompt: Prompt, question: str, kind: Kind) -> str:
    def checked(answer: str) -> str:
        if GROUPED.search(answer):
            raise BadInput("A comma without a space: write 1200 for one number, 1, 200 for two.")
        numbers = [part.strip() for part in answer.strip("[] ").split(",")]
        if not all(map(NUMBER.fullmatch, numbers)):
            raise BadInput(f"{quoted(answer)} is no number.")
        text = numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]"
        scenario(kind.probe % text, "the answer")
        return text

    return _tried(prompt, question, kind.form, checked)


def _text(prompt: Prompt, question: str) -> str:
    def checked(answer: str) -> str:
        text = json.dumps(one_line(answer), ensure_ascii=False)
        scenario(f"note: {text}", "the answer")
        return text

    return _tried(prompt, question, "a text", checked)


def _tried(prompt: Prompt, question: str, form: str, checked: Callable[[str], str]) -> str:
    said = question
    for _ in range(MOST_TRIES):
        answer = prompt(said).strip()
        if not answer:
            return ""
        try:
            return checked(answer)
        except BadInput as error:
            said = f"{error} {question} (Write {form}.)"
    raise BadInput(f"{MOST_TRIES} answers could not be used; the question was: {question}")
