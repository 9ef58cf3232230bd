# L'urgence, en phrases courtes.

urgent-lead = Le médecin lit cette page en cas d'urgence. Écrivez l'essentiel. Une page courte suffit.
urgent-never-confirmed = Personne n'a encore relu cette page.
urgent-stale = Plus de six mois ont passé. Relisez cette page.
urgent-ask-identity = La photo, le nom et la date de naissance.
urgent-ask-allergies = Y a-t-il des allergies ?
urgent-ask-dangers = Y a-t-il des choses à ne jamais faire ?
urgent-ask-crises = Y a-t-il des crises ? Que faut-il faire ?
urgent-ask-usual = Comment est la personne quand tout va bien ?
preview-lead = Le médecin verra exactement ceci.
preview-means = Vous dites que tout est juste. Votre nom et la date seront écrits.
card-lead = Vous gardez cette carte sur vous. Le médecin scanne le code. Il voit l'essentiel.
card-means-reads = La personne qui a la carte peut lire la fiche d'urgence. Elle ne peut rien lire d'autre.
card-means-told = Vous savez quand la carte est ouverte.
card-means-undo = La carte est perdue ? Vous en faites une autre. L'ancienne ne marche plus.
now-urgent-none = La fiche d'urgence aide le médecin. Elle dit l'essentiel.
inbox-lead = Des soignants vous ont laissé un mot ou des documents. Vous les rangez, ou vous les écartez.
deposit-lead = Écrivez à la famille. Elle lira votre mot dans son carnet.
