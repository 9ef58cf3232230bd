# The team, invitations, agreements

trouble-already-in = You are in this carnet already.
trouble-already-in-means = This invitation is for somebody else. It still works: send it to the person you want to invite.

title-team = My team
title-member = Somebody of the team
title-invite = Invite somebody
title-invitation = Your invitation

# My team
team-lead = Who may see what, and until when. You open, and you close.
team-invite = Invite somebody
team-invited = Invitations not taken yet
team-people = In the carnet
team-you = (you)
team-unconfirmed = Not confirmed yet
team-confirm = Yes, this is {name}
team-confirmed = Noted: {name} is confirmed.
team-writes = May read and write: {what}
team-reads = May read: {what}
team-until = – until {day}.
team-ended = – that was until {day}.
team-sees-nothing = Sees nothing of this carnet any more.
team-own-section = a space apart
team-who-sees = Who may see what?
team-one-writes = {name} (reads and writes)
team-one-reads = {name} (reads)
team-nobody = Nobody
team-links-too = Open links (emergency card, leaving things, reading for one visit) are not in this list.
team-only-guardians = Only those who keep the carnet invite people and change what they see. Ask one of them.
team-other-agreements = Other agreements
team-agreed = Agreement
team-agreed-on = Agreement of {day}

around = Around this carnet
around-team = Who may see what, and until when
around-keep = What is decided together, leaving, erasing
around-corners = What nobody else opens
around-links = To read once, without an account
around-journal = Who read, opened or wrote what

role-guardian = Parent, or keeper of the carnet
role-person = The person themself
role-professional = Professional
role-relative = Relative or friend

# Somebody of the team
member-gone = This person is no longer in the carnet.
member-since = – since {when}
member-sees = What this person may see
member-agreements = Agreements
member-no-agreement = No agreement has been noted.
member-unconfirmed = This person came in with your invitation. Confirm that it is them: ask them, in person if you can.
member-unconfirmed-guardian = This person came in with your invitation. For now they may only read. Confirm that it is them, and they will keep the carnet
  as much as you do.
member-change = Change what {name} may see
member-change-means = What you take away can no longer be opened. What was read, or copied, cannot be forgotten.
member-instead = Replace this person, or let them in anew
member-close = Close the access of {name}
member-close-title = Closing the access
member-close-can = As soon as you close it, this person is given nothing more, and what is written afterwards stays closed to them: the keys change.
member-close-cannot = What they have read, noted, printed or saved, nobody can take back. What they wrote stays in the carnet.
member-close-question = Close the access of {name}?
member-close-means = You can invite them again whenever you like; what was read cannot be forgotten.
member-closed = The access of {name} is closed.

same = Did {name} keep this carnet before, with another account?
same-lead = If they can no longer open their old account, say here which one it was. It will close, and they keep the carnet with the new one.
same-say = It is the same person as “{name}”
same-ask = The same person as “{name}”?
same-means = You confirm that the new account really is theirs, and ask for the old account, “{name}”, to close. Everyone who keeps the carnet has to agree. For 60 days the old account reads and writes as before: if it opens the carnet just once, nothing closes.
same-act = It is the same person
same-said = Noted. The old account has 60 days to show a sign of life.
same-if-not = Say so only if you are certain, after speaking to them if you can. If the old account still works, they leave with it themselves, in one step.
same-lost = Said to be lost
same-goes = This account closes on {day}, unless it opens the carnet before then.

# Access that ends
ending-theirs = The access of {name} ends on {day}.
ending-mine = Your access to this carnet ends on {day}. If you still need it, tell the family: one press is enough to let it run on.
ending-change = Change something else
renew = Let {name} in for another year
renew-words = Renewed for a year, with the same access.
renewed-toast = The access of {name} runs on.

# Rights
team-rights-what = What may this person see?
team-rights-what-hint = Proposed by what they do. Change whatever you like.
team-rights-nothing = Nothing
team-rights-read = Read
team-rights-write = Read and write
team-rights-guardian = A parent, or whoever keeps the carnet, sees and writes everything as you do, without an end. They decide with you.
team-rights-until = Until when?
team-rights-until-must = Always a date for a professional, three years at most. You will be told a month before.
team-rights-until-may = Leave it empty for no end.
team-rights-until-missing = The last day is missing.
team-rights-until-past = That day has passed.
team-rights-until-too-far = Three years at most: you can let it run on.
team-rights-past = And what is written already?
team-rights-past-all = Show everything, what is written already as well
team-rights-past-later = Show only what is written from today on
team-rights-past-means = What has been written until now stays closed to them, but for whose carnet it is and the team. If somebody changes an older entry, they will
  see it. Nothing changes for the others.

# Agreement
agreement = The agreement
agreement-why = To remember, later on, who allowed what. You can leave it empty.
agreement-by = Who agrees?
agreement-form = How was it given?
agreement-words = In which words?
agreement-words-hint = For example: "Leo is happy for Karim to read his assessments."

# Inviting
invite-lead = You prepare a link, or a code to scan. They come in by themselves, with an account of their own. You will be told.
invite-who = Whom do you invite?
invite-what = What they do, or where they stand
invite-what-hint = By this it is proposed what they may see.
invite-around = School, hospital, institution
invite-professions = Health and social professions
invite-function = In your own words
invite-function-hint = For example: morning aide, office of Dr Roux.
invite-name = What do you call them?
invite-name-hint = For example "Karim, physio". Everybody in the carnet will see this name.
invite-name-missing = The name is missing.
invite-lasts = For how long can the invitation be taken?
invite-lasts-hint = It works once.
invite-one-day = One day
invite-days = {count} days
invite-make = Prepare the invitation
invited-toast = The invitation is ready.
invited-until = to be taken before {day}
invited-waits = No network: this invitation will work as soon as this device is connected again.
invited-how = Let them scan this code, or send the link. They open the page, make their account, and come in.
invited-qr = Code to scan to take the invitation
invited-address = Link of the invitation
invited-share = Send
invited-copy = Copy the link
invited-print = Print
invited-copied = The link is copied.
invited-not-copied = The link could not be copied. Select it by hand.
invited-words = Here is your invitation into the carnet. It works once.
invited-secret = Whoever has this link can come in instead: hand it over in person, or in a message that only they read.
invited-close = Cancel this invitation
invited-close-title = Cancel the invitation of {name}?
invited-close-means = The link and the code will no longer work. You can prepare another.
invited-close-act = Cancel the invitation of {name}
invited-closed = The invitation is cancelled.
instead = Why another invitation?
instead-other = Somebody else takes their place
instead-same = The same person lost the way into their account
instead-other-means = The new person has an access of their own. That of {name} stays open until you close it.
instead-same-means = The old access of {name} closes at once. The new one opens with a new account.
instead-same-guardian = {name} comes in with a new account. Then, on their page, you say that it is the same person: the old account closes after 60 days, unless it shows a sign of life.

# Taking an invitation
invitation-by = {name} invites you into a care notebook.
invitation-by-into = {name} invites you into the carnet of {person}.
invitation-opens = What it opens to you
invitation-called = There you will be: {name}. {role}.
invitation-until = To be taken before {day}. It works once.
invitation-account = Make your account
invitation-account-why = An account of your own, free, in a minute: you alone will open this carnet under your name.
invitation-have-account = I have an account
invitation-no-account = I have no account yet
invitation-as-account = With the account "{label}".
invitation-enter = Come into the carnet
invitation-not-whole = This link is not whole.
invitation-not-whole-means = Perhaps it was cut when it was copied. Open it from the message, or scan the code; otherwise ask for a new invitation.

# Today
joined-guardian = {name} came in with your invitation, {when}. For now, this person may only read.
joined = {name} came in with your invitation, {when}.
joined-not = Not this person? Look, and close
me-unconfirmed = You may read this carnet. To write in it, somebody else who keeps it must confirm that it is you.
me-over = Your access to this carnet has ended. If you still need it, ask the family.
card-role-until = {role} – until {day}
card-over = Your access has ended
carnet-shut = This carnet is no longer open to you.
carnet-shut-means = What you had read already stays visible on this device. Nothing new comes in. If this is a mistake, ask the family to invite you again.
card-news-one = 1 thing is new
card-news-many = {count} things are new

may-only-read = You may read this part of the carnet, not write in it. Ask the family if you need to.
