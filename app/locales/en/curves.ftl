# Curves: what is measured over the years.

title-curves = Curves

curves-lead = What is measured over the years, on one line of time. Nothing is interpreted here: figures are shown as they were written down.
curves-empty = What is measured in this carnet is drawn here: weight, height, pain, sleep, or whatever you choose to follow.
curves-chart = Curves
curves-keys = Left and right arrows: from one value to the next. Plus and minus: closer, farther. Page up and page down: along in time. Zero: see all.
curves-hint = Touch a point to read it. Drag to move in time, spread two fingers to come closer.
curves-reading = {what}: {said}
curves-move = Move in time
curves-earlier = Earlier
curves-later = Later
curves-closer = Closer
curves-farther = Farther
curves-all = See all
curves-birth = birth
curves-year = 1 year
curves-years-months = {years} years {months} months

# Choosing
curves-what = What would you like to see?
curves-more-choices = Choose what is shown with the curves
curves-happened = What happened
curves-stays = Operations and stays
curves-own-marks = Injections and marks
curves-mark = {when} · {sort}: {title}
curves-treatments = Treatments
curves-devices = Devices
curves-reference = Growth reference
curves-percentiles = As percentiles
curves-deviations = As standard deviations
curves-no-bands = No reference
curves-sides = Left and right
curves-beside = Side by side
curves-of-side = {what}, {side}

# Growth
curves-bmi = Body mass index
curves-nth = P{nth}
curves-nth-percentile = percentile {percentile}
curves-below-all = below percentile 0.1
curves-above-all = above percentile 99.9
curves-place = z {z} · {percentile}
curves-why-sex = no reference: the sex is not filled in
curves-why-birth = no reference: before birth
curves-why-term = no reference: before the expected day of birth
curves-why-old = no reference after {years} years
curves-why-position = no reference in this position
curves-why-outside = the reference goes from {low} to {high} cm
curves-why-oedema = no reference with oedema
curves-why-implausible = please check: this does not look like a measurement
curves-about-percentiles = The bands show percentiles: at the 50th, half of all children of the same age and sex measure less. They go from the 3rd to the 97th.
curves-about-deviations = The bands show standard deviations (z): 0 is the middle, and about 95 children in 100 are between −2 and +2.
curves-about-reference = Reference: World Health Organization, 2006 up to 5 years, 2007 from then on. The French curves of the paper health record may differ.
curves-corrected = Born before 37 weeks: until 24 months, age is corrected by {weeks} weeks and {days} days for the reference.
curves-past-ten = After 10 years WHO has no weight for age: with puberty, weight alone no longer tells growing taller from growing heavier. The points stay, without bands.
curves-needs-identity = To see the growth reference, fill in the date of birth and the sex:
curves-without-tables = The growth reference could not be loaded. All points are here; the bands will be back with the network.

# Writing down
curves-note = Note: {what}
curves-note-other = Note something else
curves-value = Value
curves-side = Side
curves-position = Position
curves-when = Which day?

# Reading
curves-marks = What the numbers stand for
curves-in-short = In short
curves-as-table = See the same figures as a table
curves-day = Day
curves-age = Age
curves-in-reference = In the reference
curves-who = By whom, remarks
curves-older = See more ({count} older ones)
curves-around = Before and after
curves-around-what = Before and after what?
curves-around-none = Choose…
curves-last-before = The last before
curves-first-after = The first after
curves-nothing = nothing written down

# Taking away
curves-take = Take these curves away
curves-take-means = What is taken away is no longer encrypted. For a PDF, choose "Save as PDF" in the print window.
curves-print = Print, or keep as PDF
curves-png = Picture (PNG)
curves-svg = Drawing (SVG)
curves-csv = Table (CSV)
curves-csv-head = date, time, measure, side, value, unit, z, percentile, by whom, remark
curves-file = curves
curves-head = {name} · curves on {day}
curves-no-picture = This browser could not draw the picture. The drawing (SVG) and printing remain possible.

curves-events = {title}, count
curves-by-month = a month
curves-goal = Goal: {title}
