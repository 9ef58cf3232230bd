# Ce qu'on suit : événements, mesures à soi, repères, objectifs
add-events = Noter un événement
add-own-measure = Suivre autre chose
add-mark = Ajouter un repère
add-objective = Ajouter un objectif
events-what = Que s'est-il passé ?
events-name = Comment l'appelez-vous ?
event-lasted = Combien de temps ?
hint-lasting = Par exemple 2 min 30, 45 s ou 8 h.
event-sort = De quelle sorte ?
event-rescue = Médicament de secours donné
event-trigger = Ce qui l'a déclenché
event-recovery = Comment la personne a récupéré
event-dose = Dose donnée
event-amount = Combien ?
event-wakings = Nombre de réveils
event-quality = Qualité, de 0 à 10
own-name = Que voulez-vous suivre ?
own-form = Comment le notez-vous ?
own-highest = Valeur la plus haute
own-lowest-means = Ce que veut dire la plus basse
own-highest-means = Ce que veut dire la plus haute
goal-title = Quel est l'objectif ?
hint-levels = Décrivez ce que l'on verra à chaque niveau. 0 est ce que l'on attend.
goal-much-less = −2 : beaucoup moins que prévu
goal-less = −1 : moins que prévu
goal-expected = 0 : comme prévu
goal-more = +1 : plus que prévu
goal-much-more = +2 : beaucoup plus que prévu
goal-start = Niveau au départ
goal-level = Niveau atteint
goal-level-much-less = −2
goal-level-less = −1
goal-level-expected = 0
goal-level-more = +1
goal-level-much-more = +2
goal-action = Quoi ?
goal-done = C'est fait

title-paste-values = Coller un tableau de mesures
title-synthesis = Synthèse pour un professionnel

# Ce qui est noté à côté
curves-kept-events = Événements notés
curves-kept-own = Mesures à vous
curves-kept-marks = Repères
curves-kept-readings = Séries reprises d'un tableau

# Coller un tableau
paste-lead = Vous avez déjà des mesures dans un tableur, un mail ou une autre application ? Copiez-les ici. Vous verrez ce qui a été compris avant que rien ne soit enregistré.
paste-here = Collez le tableau ici
paste-hint = Une colonne de dates, et une ou plusieurs colonnes de valeurs. Les titres des colonnes aident, par exemple « Date ; Poids (kg) ».
paste-file = Ou choisissez un fichier CSV
paste-look = Lire ce tableau
paste-empty = Il n'y a encore rien à lire. Collez le tableau dans le cadre.
paste-too-long = Ce tableau est trop grand : 50 000 lignes et 60 colonnes au plus. Coupez-le en plusieurs parties.
paste-no-dates = Aucune colonne de dates n'a été trouvée. Il en faut une, par exemple 12/03/2026 ou 2026-03-12.
paste-understood = Ce qui a été compris
paste-column = La colonne {heading} contient
paste-column-number = n° {number}
paste-leave = Ne pas reprendre
paste-nothing-chosen = Choisissez ce que contient au moins une colonne.
paste-source = Tableau collé
paste-count = {what} : {count} valeurs comprises
paste-value = {text} le {day}
paste-ends = De {first} à {last}.
paste-refused = {count} lignes laissées de côté :
paste-more = Et {count} autres.
paste-line = Ligne {number}, « {text} » : {why}
paste-line-of = « {text} » le {day} : {why}
paste-not-a-date = la date n'est pas comprise
paste-in-the-future = la date n'est pas encore passée
paste-not-a-time = l'heure n'est pas comprise
paste-not-a-number = ce n'est pas un nombre
paste-not-a-grade = ce n'est pas un niveau de cette échelle
paste-same-moment = une ligne plus haut a déjà une valeur pour ce moment
paste-keep = Enregistrer ces {count} valeurs

# Synthèse
synthesis-lead = Une page à imprimer ou à montrer : les courbes que vous choisissez, ce qui s'est passé, les objectifs. Elle montre la période affichée sur la courbe.
synthesis-make = Faire une synthèse à imprimer
synthesis-problems = Diagnostics :
synthesis-figures = En chiffres
synthesis-what = Mesure
synthesis-first = Première
synthesis-last = Dernière
synthesis-lowest = Plus basse
synthesis-highest = Plus haute
synthesis-count = Nombre
synthesis-project = Projet individuel

# Objectifs
goals = Objectifs
goals-why = Un objectif dit ce que l'on vise, ce que l'on verra à chaque niveau, de −2 à +2, et où l'on en est à chaque bilan. Par exemple : monter dix marches en se tenant.
goal-review = À revoir le {day}
goal-at-start = Au départ, {day}
goal-looks-like = Ce que l'on voit
goal-seen = Observé
