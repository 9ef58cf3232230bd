rights-lead = Ici, vous voyez quoi faire pour vos droits.
rights-why-held = Un droit est une aide que l'on vous donne. Il a souvent une fin. Notez la date de fin. Le carnet vous prévient.
decision-paper-why = Prenez la lettre en photo. Le carnet la garde.
decision-lines-why = Regardez la lettre. Recopiez les dates.
next-draft = Réunissez les papiers. Puis déposez le dossier. Gardez une preuve.
next-filed = Attendez une réponse. Gardez la lettre qui dit : « dossier reçu ».
next-notified = Lisez la décision. Vous n'êtes pas d'accord ? Vous pouvez le dire par écrit.
log-why = Notez les appels et les lettres. Ce sont vos preuves.
