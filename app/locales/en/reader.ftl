# Links, reading, journal, notebook, reports

trouble-link-over = This link has come to its end.
trouble-link-over-means = It worked until a day that the family chose. Ask them for a new one if you still need it.
trouble-link-closed = This link was closed.
trouble-link-closed-means = The family closed it, and it opens nothing any more. Ask them for a new one if you still need it.
trouble-link-used = This invitation has been used.
trouble-link-used-means = An invitation lets one person in. If that was you, open the record from your own account; if not, tell the family.

# Titles of pages
title-links = Links for a visit
title-journal = Who looked?
title-reading = Read a record
title-visit = Record opened by a link
title-reports = Reports
title-add-report = Add a report
title-report = Report

# Handing on an address
copy = Copy the address
copied = The address is copied.
copy-by-hand = The address is selected: copy it.

# Links for a visit
links-lead = A link opens a part of the record to somebody without an account, for one visit. They read, and can change nothing.
links-guardians = Only those who keep the record can open links.
links-make = Prepare a link
links-make-do = Open this link
links-open = Open links
links-none = No link is open. For example: health and the last assessment, for 24 hours, before an appointment at the hospital.
links-honest = Closing a link keeps what comes next from being read. What was read already cannot be taken back.
links-for = For whom, or for which visit?
links-for-hint = Only you see this name. For example: appointment with Dr Lenoir.
links-for-missing = Say for whom this link is: you will find it by that name.
links-sections = What this link shows
links-sections-hint = The whole section, with what is added to it until the link ends.
links-what-missing = Choose at least one section or document.
links-single = Or just a few documents
links-single-hint = They are shown as they are now, without the rest of their section.
links-single-choose = Choose documents and reports
links-how-long = Until when?
links-day = 24 hours
links-days = {count} days
links-week = One week
links-month = One month
links-months = {count} months
links-name-shown = The name and the date of birth are always shown, so that one knows who it is about.
links-until = Until {moment}
links-moment = {day} at {time}
links-documents = Chosen documents: {count}
links-show = Show the address
links-address = Address to hand on
links-code = QR code of the link. The address is written beside it.
links-close = Close this link
links-close-title = Close the link “{label}”?
links-close-means = It will not open any more. What was read already cannot be taken back. You can prepare another one.
links-close-act = Close the link “{label}”
links-closed-alone = Somebody who kept this carnet no longer has access to it, or has changed keys. The addresses they may have known have closed by themselves. Make anew the ones you still need.
links-closed-one = {label}, closed: {moment}
links-closed = The link is closed.

# The page of a link
reading-lead = This page opens the part of a record that a family chose to show you. You need no account.
reading-empty = Open the link that the family gave you.
reading-empty-means = Nothing is kept on this device: to read again, open the link or the QR code once more.
reading-shut = This link opens nothing.
reading-shut-means = Perhaps only a part of it was copied. Open it again whole, or ask the family for it.
visit-of = {name}’s record
visit-until = This link works until {moment}.
visit-nothing-kept = You are reading without an account. Nothing is kept on this device, and the family sees when this link was used.
visit-sections = What you can read
visit-single = Documents chosen for you
visit-copied = As they were when this link was given or shown again: {at}.
visit-latest = Latest known change: {at}.
visit-latest-by = Latest known change: {at}, by {by}.
visit-leave = Close

# Who looked?
journal-lead = Who read, opened or wrote what, by which link, and when.
journal-guardians = Only those who keep the record see this page.
journal-word = The server notes these lines, and they are its word: nobody signed them. The same reading repeated within an hour is noted once.
journal-empty = Nothing to show here.
journal-older = Show older lines
journal-take-away = Take these lines away (table)
journal-filters = Choose lines
journal-who = Who
journal-anybody = Everybody
journal-section = Section
journal-any-section = All
journal-from = From
journal-to = To
journal-you = {name} (you)
journal-link = Link “{name}”
journal-pulled = Looked whether there was anything new.
journal-read = Read: {sections}.
journal-wrote = Wrote: {sections}.
journal-settled = Changed who may read, or a setting.
journal-file = Opened a file: {sections}.
journal-shown = Was opened.
journal-subscribed = A program fetched the agenda from their subscription address.
journal-deposited = Left something for you.
journal-others = And {count} more
journal-csv-day = Day
journal-csv-time = Time
journal-csv-what = What
journal-csv-entries = Entries
journal-csv-file = who-looked.csv

# Notebook
notes-unread = To read: {count}
notes-read-all = I have read them all
notes-today = Today
notes-yesterday = Yesterday
notes-older = Show older notes
note-read = I have read it
note-read-by = Read by {names}
note-answer = Answer
note-answer-to = Answer {name}
note-answers = Answer to {author}: “{title}”
note-about = About: {title}
note-files = Photos and files: {count}
note-to = For whom?
note-to-hint = If you choose nobody, the note is for everybody who reads the notebook.
note-to-contacts = Somebody else
note-attach = Add a photo or a file
note-send = Leave this note
note-kept = Your note is in the notebook.
note-missing = Write a few words, or add a photo.

# Reports
add-report = Add a report
reports-empty = Assessments, session notes, equipment sheets, school meetings: each with its headings, signed by who wrote it.
reports-find = Find a report
reports-any-discipline = All
report-lead = Choose what you want to write: the useful headings will be there. You can leave some empty and add others.
report-which = What do you want to write?
report-discipline = Discipline
report-choose = Choose a sort of report.
report-begin = Begin
report-signed-by-you = This report will carry your name and the date: you need not write them.
report-text = Text
report-own-heading = Another heading, if none fits
report-summary-hint = What to remember, in a few words for the family.
report-title-hint = Leave it empty for “Assessment – Physiotherapy”, for example.
report-next = Next time: {day}
report-signed = Written and signed by {author}, {when}.
report-print = Print
report-gone = This report is no longer in the record.
choose-among = Choose in the carnet ({count})
no-measure-yet = No values in this record so far.
