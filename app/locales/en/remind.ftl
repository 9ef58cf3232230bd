# What is to be done, and reminders.

due-overdue = The date has passed
due-today = Today
due-procedures = Procedures to plan for
due-nothing-today = Nothing is urgent today.
due-more = Show the rest ({count})
due-settled = Done, put off or hidden ({count})
due-at = {day} at {hour}
due-days-ago = {days} days ago
due-yesterday = yesterday
due-done = Done
due-later = Later
due-until-tomorrow = Tomorrow
due-three-days = In 3 days
due-week = In a week
due-month = In a month
due-hide = Don't show again
due-again = Back to do
due-put-off = Put off until {day}
due-hidden = Not shown any more
due-done-on = Done on {day}
due-done-once = Done
due-said-done = Marked as done. You can take it back further down.
due-said-later = Put off until later.
due-said-hidden = It won't be shown again. You can take it back further down.
due-said-again = It is to be done again.

# Settings
reminders-title = Reminders
reminders-lead = You are told before an appointment, a procedure or a check that stands in your carnets.
reminders-unknown = Reminders cannot be shown right now.
reminders-ask-again = Try again
reminders-by-mail = By e-mail
reminders-on-devices = On my devices
reminders-on-device = On this device
reminders-devices = Devices that are told
reminders-no-mail = This server sends no e-mails.
reminders-mail-missing = To be told by e-mail, give your address just above.
reminders-mail-on = E-mails go to your address
reminders-mail-says = An e-mail says only that something is coming up, never what: open the carnet to see it.
readable-begin = Let mails say what they are about
readable-title = Mails that others can read?
readable-means = A mail is not sealed. Each reminder will say what it is about and when, for instance “Appointment: Dr Martin, tomorrow at
  14:30”. Our server and your mail provider can read these words, and nothing else of the carnet. You can stop whenever you like: what
  still waits then loses its words. What is already in your mailbox stays there.
readable-act = Yes, say what it is about
readable-on = Mails say what they are about
readable-on-means = Our server and your mail provider can read these words. If you change your address, it stops.
readable-elsewhere = It was chosen on another of your devices. This one hands no words over: what you note here is said in a mail only if
  you choose so here too.
readable-here-too = Choose it here too
readable-stop = Say nothing in mails any more
readable-said-on = The next mails will say what they are about.
readable-said-off = Mails say nothing any more. What was waiting has lost its words.
reminders-no-push = This server cannot tell devices.
reminders-borrowed = On a borrowed computer nothing is kept, so it cannot be told.
reminders-cannot = This browser cannot show reminders.
reminders-install = On an iPhone or iPad, first put the carnet on the home screen: “Share”, then “Add to Home Screen”. Open it from
  there and come back here.
reminders-refused = Notifications of this site are blocked on this device. Allow them in the browser's settings, then come back here.
reminders-not-allowed = You did not allow notifications: this device will not be told.
reminders-begin = Tell me on this device
reminders-here = This device is told
reminders-push-says = The reminder says what it is about. Only your devices can read it, even while the carnet is locked: neither our server
  nor the maker of the browser can.
reminders-try-mail = Send an e-mail to try
reminders-try-push = Send a reminder to try
reminders-tried = It is on its way. It usually takes less than a minute.
reminders-this-device = This device, since {since}
reminders-other-device = Another device, since {since}
reminders-forget = Stop telling it
reminders-forget-title = Stop telling this device?
reminders-forget-means = It gets no more reminders and cannot read those to come. You can begin again from that device.
reminders-forgotten = This device is no longer told.
reminders-choose = Choose when and how
reminders-hours = At what hours
reminders-at = What has no hour, tell me at
reminders-quiet-from = Do not disturb me from
reminders-quiet-to = until
reminders-zone = Time zone
reminders-discreet = On the screen, do not say what it is about
reminders-of-carnets = Of which carnets
lead-same = On the day
lead-hour = 1 hour before
lead-hours = {hours} hours before
lead-day = The day before
lead-days = {days} days before
