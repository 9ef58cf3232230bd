# The file for the MDPH, letters, and what is printed.

title-mdph = MDPH file
title-mdph-write = A question of the MDPH file
title-mdph-review = Read the MDPH file over
title-letters = Letters
title-letter = A letter
title-new-letter = New letter

# Its parts
mdph-lead = One question at a time, in your own words. Stop whenever you like: everything is kept.
mdph-empty = Prepare here the file for the MDPH, the office for disabled people of your département. The questions are plain, and the carnet offers what it knows already.
  Next time your answers will still be there.
mdph-empty-example = For example: the meal habits you have written come into the question “Eating and drinking” with one touch.
mdph-begin = Begin the file
mdph-again-lead = Your last file has gone. The next one starts from your answers: only change what has changed.
mdph-begin-again = Prepare a new request
mdph-begun = Begun on {day}.
mdph-go-on = Go on
mdph-read-over = Read over, print, download
mdph-rename = Name this file
mdph-title = What is it for?
mdph-title-hint = In a few words: “renewal of the AEEH”, “moving to secondary school”.
mdph-far = {answered} of {asked}
mdph-questions = The questions
mdph-answered = answered
mdph-waits = no answer yet
mdph-not-yet = What does not concern you yet
mdph-source = Source: {from}. Looked at on {on}.
mdph-earlier = Earlier requests
mdph-sent-on = Sent on {day}.
mdph-for = For the procedure:

# What changed
mdph-changed = What has changed since the last request
mdph-changed-one = One answer differs.
mdph-changed-many = {count} answers differ.
mdph-then = Last time
mdph-now = Now
mdph-no-answer = No answer.
mdph-not-concerned = This question does not concern us
mdph-voices = Recorded voice: {count}

# A question
mdph-where = {part} · question {number} of {of}
mdph-in-your-words = In your own words
mdph-next = Save and go on
mdph-next-review = Save and read over
mdph-back = Previous
mdph-pause = Stop here
mdph-kept-as-you-go = Your answer is kept when you go to another question or stop.
mdph-to-parts = All parts
mdph-not-now = This question cannot be answered now: no file is being written, or you may only read it.
mdph-too-long = This is too long to fit. Shorten it a little: the rest can be joined as a document.
mdph-knows = What the carnet knows already
mdph-knows-more = See {count} more things
mdph-knows-one-more = See one more thing
mdph-from = {what}, by {by}
mdph-take = Take into the answer
mdph-taken = Taken
mdph-to-read = To read before you answer.
mdph-last-time = The last request
mdph-same = Your answer is the same.
mdph-put-back = Take this answer again
mdph-no-such-paper = No document of this sort is in the carnet yet.
mdph-other-papers = Choose among the other documents

# The voice
mdph-voice = Answer by speaking
mdph-voice-or = Answer by speaking, or write below.
mdph-voice-record = Record my voice
mdph-voice-stop = Stop recording
mdph-voice-asking = Your browser is asking whether the carnet may use the microphone.
mdph-voice-going = Recording has begun. Speak.
mdph-voice-time = {now} of {longest}
mdph-voice-enough = Five recordings at most: remove one to record again.
mdph-voice-refused = The microphone stayed closed. To open it, touch the padlock beside the address, allow the microphone, and try again. You can also write.
mdph-voice-none = No microphone answers on this device. Plug one in, or write your answer.
mdph-voice-unable = This browser could not record. Write your answer, or try another browser.
mdph-voice-hear = Listen
mdph-voice-number = Recording {number}
mdph-voice-file = voice-{number}
mdph-voice-first = Your voice is not kept yet. Stop the recording, wait until it stands in the list, then go on.

# Reading over and sending
mdph-review-lead = Read it as if you did not know the person. Then print it, or download everything with the papers that go with it.
mdph-missing = Still missing for the file to be complete:
mdph-language = Language of the file
mdph-language-hint = The MDPH reads French.
mdph-send-title = Has it gone?
mdph-send-means = Note the day: delays count from then. The file will be kept as it is, and the next request will start from it.
mdph-send-day = Day it was sent or handed in
mdph-send = Note that it was sent
mdph-sent-kept = Noted. Keep the proof among your documents too.

# A document to take
paper-label = Preview: {title}
paper-print = Print
paper-pdf = Download as PDF
paper-zip = Download everything, with {count} papers
paper-zip-one = Download everything, with 1 paper
paper-pdf-done = The PDF is ready. It is not encrypted: keep it safe.
paper-zip-done = The complete file is ready. It is not encrypted: keep it safe.
paper-missing = The PDF cannot write these signs: {signs}. A question mark stands in their place. Printing keeps them.
paper-gaps = {count} file(s) could not be had whole. A text in the download says which.

# Letters
letters-lead = Letters ready to complete: to ask, to contest, to keep a trace. Each says to whom it goes and how. They are in French, for French offices.
letters-written = Your letters
letters-templates = Write a letter
letter-to = To whom
letter-means = How to send it
letter-join = To join
letter-time = The time you have
letter-fill-hint = Answer what you know. The rest will stand in brackets in the letter, and you can change everything.
letter-heads = The head of the letter
letter-recipient = Address of who receives it
letter-recipient-hint = The name of the office and its address, on several lines.
letter-sender = Who writes
letter-sender-hint = Your name, address, telephone.
letter-sender-is = {name} writes
letter-place = Written in
letter-write = Write the letter
letter-text = The letter
letter-change = Change the letter, add a proof
letter-brackets = Some things in brackets are still to be completed.
letter-about = This letter is about
letter-about-none = No procedure in particular
letter-about-hint = The carnet knows its dates, its rights and its address. The letter will be kept among its proofs.
letter-for = For the procedure:
letter-send-title = Has it gone?
letter-send-why = Note the day and the means: in a disagreement this is your proof.
letter-send-day = Day it was sent or handed over
letter-send = Note that it was sent
letter-went = How did it go?
letter-complete = Complete the letter
letter-sent-kept = Noted. Keep the receipt as well, as a photo.
letter-prove-title = Keep it as proof
letter-prove-why = Choose the procedure: the letter will appear among its calls and letters.
letter-prove = Add to the proofs
letter-proven = Kept as proof in the procedure:
letter-proof-hint = Photograph the receipt, the acknowledgement or the signed copy.
letter-sent-on = Sent on {day}.
letter-dated = Written on {day}, not sent yet.
letter-guide = To whom, how, with what, until when
