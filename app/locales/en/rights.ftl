# Rights, procedures and end dates.
add-entitlement = Add a right
add-expiry = Add an end date
hint-right-detail = For example: supplement 3, individual assistant 12 hours, a service by name.
hint-right-end = The date printed on the decision. It always counts more than those the carnet works out.
hint-received = The day the letter arrived, or the message in your online account: the time to appeal runs from it.
hint-appeal-by = Only if the decision prints it. Otherwise the carnet works it out.
hint-prepare = Leave it empty to follow the carnet's dates.
hint-beneficiary = For example: Mum, or both parents every other week.
expiry-name = More precisely
expiry-number = Number
hint-expiry-name = For example: Théo's passport, the rescue medicine in the school bag.
hint-lead = When would you like to see to it?
exchange-who = With whom
exchange-text = What was said or written
find-end-and-no-end = There is an end date, and “without an end” too: keep one of them.
find-longer-than-known = That is longer than this right is known to be given for ({years} years). Look at the printed date again: if it is there, it counts.
