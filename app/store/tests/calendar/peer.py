"""Reads an iCalendar file of ours with independent programs: the Python packages icalendar, which parses it, and
recurring_ical_events, which reckons when everything takes place. Both must find what our own reckoning has.

    python peer.py compare FILE    FILE is what the example `agenda_file` prints

The closing line is the one that cargo's test runner writes, so that the test command counts it.
"""

import json
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

PARIS = ZoneInfo("Europe/Paris")


def told(start):
    """As our side writes it: a day, or an hour in Paris."""
    if isinstance(start, datetime):
        return start.astimezone(PARIS).strftime("%Y-%m-%dT%H:%M:%S")
    return start.strftime("%Y-%m-%d")


def rules(file):
    """What every line of the file must keep to (RFC 5545, 3.1), and what every event must have."""
    raw = file.encode()
    assert raw.count(b"\n") == raw.count(b"\r\n"), "lines end in CRLF"
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75, "no line is longer than 75 bytes"
    calendar = icalendar.Calendar.from_ical(file)
    assert not calendar.errors, calendar.errors
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for event in calendar.walk("VEVENT"):
        assert event["UID"] and event["DTSTAMP"] and event["SUMMARY"], event
        assert not event.errors, event.errors
        zone = event["DTSTART"].params.get("TZID")
        assert zone is None or zone in zones, f"{zone} is not explained"
    return calendar


def compare(path):
    with open(path, encoding="utf-8") as lines:
        ours = json.loads(lines.read())
    calendar = rules(ours["file"])
    from_day, to_day = date.fromisoformat(ours["from"]), date.fromisoformat(ours["to"])
    found = recurring_ical_events.of(calendar).between(from_day - timedelta(days=2), to_day + timedelta(days=3))
    theirs = sorted((told(event["DTSTART"].dt), str(event["SUMMARY"])) for event in found)
    theirs = [one for one in theirs if ours["from"] <= one[0][:10] <= ours["to"]]
    expected = sorted(map(tuple, ours["expected"]))
    for one in sorted(set(expected) - set(theirs)):
        print("not found by the peer:", one)
    for one in sorted(set(theirs) - set(expected)):
        print("found by the peer alone:", one)
    same = theirs == expected
    exceptions = sum("RECURRENCE-ID" in event for event in calendar.walk("VEVENT"))
    left_out = sum("EXDATE" in event for event in calendar.walk("VEVENT"))
    print(f"{len(expected)} dates as recurring_ical_events reckons them; {exceptions} moved, {left_out} series with days left out")
    enough = len(expected) > 100 and exceptions >= 2 and left_out >= 2
    word = "ok" if same and enough else "FAILED"
    print(f"test result: {word}. {int(word == 'ok')} passed; {int(word != 'ok')} failed; 0 ignored")
    return word == "ok"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["compare", path]:
            sys.exit(0 if compare(path) else 1)
        case _:
            sys.exit(__doc__)
