# Links, reading, journal, notebook, reports

trouble-link-over = This link has come to its end.
trouble-link-over-means = It worked until a day that the family chose. Ask them for a new one if you still need it.
trouble-link-closed = This link was closed.
trouble-link-closed-means = The family closed it, and it opens nothing any more. Ask them for a new one if you still need it.
trouble-link-used = This invitation has been used.
trouble-link-used-means = An invitation lets one person in. If that was you, open the record from your own account; if not, tell the family.
