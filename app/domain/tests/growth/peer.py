"""Compares our z-scores with an independent program: the Python package pygrowup2, which has its own code over WHO's
tables. Random children (always the same ones) are scored by both; where the rules are the same, the results must be.

    python peer.py make            writes the cases as CSV on the standard output
    python peer.py compare FILE    reads our answers, asks the peer, and says what it found
    python peer.py speed           prints how many z-scores a second the peer computes

The closing line is the one that cargo's test runner writes, so that the test command counts it.

Where the rules differ, and why we follow WHO's own code (packages anthro and anthroplus) instead; no such case is made:

* Past five years the peer takes the nearest month of 30.417 days; WHO interpolates between months of 30.4375 days.
  Only ages of whole months are compared.
* From day 1827 to day 1856 the peer goes on with the 2006 tables; WHO passes to the 2007 reference at 60 months.
* On the day of birth the peer refuses every score.
* The peer corrects length and height from day 730, WHO from day 731; the peer also adds 0.7 cm to a baby "standing"
  before nine months, where WHO takes the label for a mistake.
* The peer corrects neither the body mass index nor weight for length; it is given the corrected length.
* Weight for length between two rows: the peer rounds to the nearest, WHO interpolates. Whole millimetres are compared.
* The peer has bounds of its own for what a child may measure (a height of 200 cm, a body mass index of 60).
* The peer rounds to two decimals, once before and once after it looks whether a score lies beyond three.
"""

import csv
import random
import sys
import time
from decimal import Decimal

from pygrowup import Observation, exceptions

COLUMNS = ["case", "ref", "sex", "age_days", "age_months", "indicator", "measured", "lenhei_cm", "weight_kg", "headc_cm"]
CASES = 6000
SEED = 20260301

# Ages past five years that are whole months of 30.4375 days.
WHOLE_MONTHS = [487 * count for count in range(4, 15)]

# Rounded to hundredths twice: half of one, and what the first rounding moves.
CLOSE = 0.011


def make():
    """The cases, always the same."""
    chance = random.Random(SEED)
    for number in range(CASES):
        indicator = chance.choice(["wfa", "lhfa", "bmifa", "hcfa", "wfl", "wfh"])
        old = indicator in ("wfa", "lhfa", "bmifa") and chance.random() < 0.3
        if old:
            ages = [age for age in WHOLE_MONTHS if indicator != "wfa" or age <= 3652]
            age = chance.choice(ages)
        elif indicator == "wfl":
            age = chance.randint(1, 729)
        elif indicator == "wfh":
            age = chance.randint(731, 1826)
        else:
            age = chance.choice([chance.randint(1, 729), chance.randint(731, 1826)])
        years = age / 365.25
        standing = age > 273 if chance.random() < 0.3 else age >= 731
        height = round(min(50 + 25 * min(years, 1) + 6 * max(years - 1, 0) + chance.uniform(-15, 15), 199), 1)
        weight = round(max(1.1, 3.4 + 6 * min(years, 1) + 2.4 * max(years - 1, 0)) * chance.uniform(0.55, 1.9), 3)
        head = round(34 + 12 * min(years, 1) + 1.2 * max(years - 1, 0) + chance.uniform(-5, 5), 1)
        yield {
            "case": number,
            "ref": "WHO2007" if old else "WHO2006",
            "sex": chance.choice("MF"),
            "age_days": age,
            "age_months": "",
            "indicator": indicator,
            "measured": "h" if standing else "l",
            "lenhei_cm": height,
            "weight_kg": weight,
            "headc_cm": head,
        }


def corrected(case):
    """The length or height as WHO looks it up."""
    height, age = Decimal(case["lenhei_cm"]), int(case["age_days"])
    if case["measured"] == "h" and 273 < age < 731:
        return height + Decimal("0.7")
    if case["measured"] == "l" and age >= 731:
        return height - Decimal("0.7")
    return height


def ask(case):
    """The peer's z-score, or None if it refuses."""
    child = Observation("male" if case["sex"] == "M" else "female", age_in_days=int(case["age_days"]))
    weight, height = Decimal(case["weight_kg"]), corrected(case)
    try:
        match case["indicator"]:
            case "wfa":
                return child.wfa(weight)
            case "lhfa":
                # Its own correction for both positions, but for the days on which the rules differ.
                return child.lhfa(Decimal(case["lenhei_cm"]), recumbent=case["measured"] == "l")
            case "bmifa":
                return child.bmifa(weight / (height / 100) ** 2)
            case "hcfa":
                return child.hcfa(Decimal(case["headc_cm"]))
            case "wfl":
                return child.wfl(weight, height)
            case "wfh":
                return child.wfh(weight, height)
    except (exceptions.AgeOutOfRangeError, exceptions.MeasurementOutOfRangeError):
        return None


def compare(path):
    """Says what differs; the number of differences."""
    same, refused, differ = 0, 0, 0
    with open(path, newline="", encoding="utf-8") as answers:
        for case in csv.DictReader(answers):
            theirs, ours = ask(case), case["z6"]
            outside = case["indicator"] == "bmifa" and theirs is None
            if theirs is None and (not ours or outside):
                # Both refuse; or a body mass index beyond the peer's own bounds of 5 to 60, which WHO does not have.
                refused += 1
            elif theirs is not None and ours and abs(float(ours) - float(theirs)) <= CLOSE:
                same += 1
            else:
                differ += 1
                print(f"differs: ours {ours or 'none'}, theirs {theirs}: {case}")
    print(f"{same} z-scores as pygrowup2 computes them, {refused} refused, {differ} that differ")
    enough = same >= CASES * 0.8
    word = "ok" if not differ and enough else "FAILED"
    print(f"test result: {word}. {int(word == 'ok')} passed; {int(word != 'ok')} failed; 0 ignored")
    return word == "ok"


def speed():
    """Z-scores a second."""
    cases = [case | {name: str(case[name]) for name in COLUMNS} for case in make()]
    begun = time.perf_counter()
    scored = sum(ask(case) is not None for case in cases)
    print(round(scored / (time.perf_counter() - begun)))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make"]:
            writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(make())
        case ["compare", path]:
            sys.exit(0 if compare(path) else 1)
        case ["speed"]:
            speed()
        case _:
            sys.exit(__doc__)
