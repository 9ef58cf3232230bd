# What is followed: events, measures of one's own, marks, goals
add-events = Note an event
add-own-measure = Follow something else
add-mark = Add a mark
add-objective = Add a goal
events-what = What happened?
events-name = What do you call it?
event-lasted = How long?
hint-lasting = For example 2 min 30, 45 s or 8 h.
event-sort = Of which sort?
event-rescue = Rescue medicine given
event-trigger = What brought it about
event-recovery = How the person came round
event-dose = Dose given
event-amount = How much?
event-wakings = Times awake
event-quality = Quality, 0 to 10
own-name = What would you like to follow?
own-form = How do you write it down?
own-highest = Highest value
own-lowest-means = What the lowest means
own-highest-means = What the highest means
goal-title = What is the goal?
hint-levels = Describe what will be seen at each level. 0 is what is expected.
goal-much-less = −2: much less than expected
goal-less = −1: less than expected
goal-expected = 0: as expected
goal-more = +1: more than expected
goal-much-more = +2: much more than expected
goal-start = Level at the start
goal-level = Level reached
goal-level-much-less = −2
goal-level-less = −1
goal-level-expected = 0
goal-level-more = +1
goal-level-much-more = +2
goal-action = What?
goal-done = Done

title-paste-values = Paste a table of values
title-synthesis = Summary for a professional

# What is written down beside
curves-kept-events = Events written down
curves-kept-own = Measures of your own
curves-kept-marks = Marks
curves-kept-readings = Series taken in from a table

# Pasting a table
paste-lead = Do you already have values in a spreadsheet, a mail or another app? Copy them here. You will see what was understood before anything is kept.
paste-here = Paste the table here
paste-hint = One column of dates, and one or more columns of values. Headings help, for example "Date ; Weight (kg)".
paste-file = Or choose a CSV file
paste-look = Read this table
paste-empty = There is nothing to read yet. Paste the table into the box.
paste-too-long = This table is too large: 50,000 lines and 60 columns at most. Cut it into several parts.
paste-no-dates = No column of dates was found. There must be one, for example 12/03/2026 or 2026-03-12.
paste-understood = What was understood
paste-column = The column {heading} holds
paste-column-number = no. {number}
paste-leave = Leave it out
paste-nothing-chosen = Choose what at least one column holds.
paste-source = Pasted table
paste-count = {what}: {count} values understood
paste-value = {text} on {day}
paste-ends = From {first} to {last}.
paste-refused = {count} lines left out:
paste-more = And {count} more.
paste-line = Line {number}, "{text}": {why}
paste-line-of = "{text}" on {day}: {why}
paste-not-a-date = the date is not understood
paste-in-the-future = the date has not come yet
paste-not-a-time = the time is not understood
paste-not-a-number = this is not a number
paste-not-a-grade = this is not a level of this scale
paste-same-moment = an earlier line already has a value for this moment
paste-keep = Keep these {count} values

# Summary
synthesis-lead = One page to print or to show: the curves that you choose, what happened, the goals. It shows the stretch of time that the chart shows.
synthesis-make = Make a summary to print
synthesis-problems = Diagnoses:
synthesis-figures = In figures
synthesis-what = Measure
synthesis-first = First
synthesis-last = Last
synthesis-lowest = Lowest
synthesis-highest = Highest
synthesis-count = Number
synthesis-project = Individual project

# Goals
goals = Goals
goals-why = A goal says what is aimed at, what will be seen at each level from −2 to +2, and where things stand at each review. For example: climbing ten steps while holding on.
goal-review = To be looked at again on {day}
goal-at-start = At the start, {day}
goal-looks-like = What is seen
goal-seen = Observed
