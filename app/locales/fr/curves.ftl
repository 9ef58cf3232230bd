# Courbes : ce qui se mesure au fil des années.

title-curves = Courbes

curves-lead = Ce qui se mesure au fil des années, sur une même ligne du temps. Rien n'est interprété ici : les chiffres sont montrés tels qu'ils ont été notés.
curves-empty = Les mesures notées dans ce carnet se dessinent ici : le poids, la taille, la douleur, le sommeil, ou ce que vous choisissez de suivre.
curves-chart = Courbes
curves-keys = Flèches gauche et droite : d'une mesure à l'autre. Plus et moins : rapprocher, éloigner. Page précédente et page suivante : avancer dans le temps. Zéro : tout voir.
curves-hint = Touchez un point pour le lire. Glissez pour avancer dans le temps, écartez deux doigts pour rapprocher.
curves-reading = {what} : {said}
curves-move = Se déplacer dans le temps
curves-earlier = Plus tôt
curves-later = Plus tard
curves-closer = Rapprocher
curves-farther = Éloigner
curves-all = Tout voir
curves-birth = naissance
curves-year = 1 an
curves-years-months = {years} ans et {months} mois

# Choisir
curves-what = Que voulez-vous voir ?
curves-more-choices = Choisir ce qui s'affiche avec les courbes
curves-happened = Ce qui s'est passé
curves-stays = Opérations et séjours
curves-own-marks = Injections et repères
curves-mark = {when} · {sort} : {title}
curves-treatments = Traitements
curves-devices = Appareillage
curves-reference = Repères de croissance
curves-percentiles = En centiles
curves-deviations = En écarts-types
curves-no-bands = Sans repères
curves-sides = Gauche et droite
curves-beside = Côte à côte
curves-of-side = {what}, {side}

# Croissance
curves-bmi = Indice de masse corporelle
curves-nth = {nth}e
curves-nth-percentile = {percentile}e centile
curves-below-all = sous le 0,1e centile
curves-above-all = au-dessus du 99,9e centile
curves-place = z {z} · {percentile}
curves-why-sex = pas de repère : le sexe n'est pas indiqué
curves-why-birth = pas de repère : avant la naissance
curves-why-term = pas de repère : avant la date prévue de la naissance
curves-why-old = pas de repère après {years} ans
curves-why-position = pas de repère dans cette position
curves-why-outside = repère de {low} à {high} cm seulement
curves-why-oedema = pas de repère en présence d'œdèmes
curves-why-implausible = à vérifier : la valeur ne ressemble pas à une mesure
curves-about-percentiles = Les bandes montrent les centiles : au 50e, la moitié des enfants du même âge et du même sexe mesurent moins. Elles vont du 3e au 97e.
curves-about-deviations = Les bandes montrent les écarts-types (z) : 0 est le milieu, et environ 95 enfants sur 100 se trouvent entre −2 et +2.
curves-about-reference = Repères : Organisation mondiale de la santé, 2006 jusqu'à 5 ans, 2007 ensuite. Les courbes françaises du carnet de santé peuvent être différentes.
curves-corrected = Naissance avant 37 semaines : jusqu'à 24 mois, l'âge est corrigé de {weeks} semaines et {days} jours pour les repères.
curves-past-ten = Après 10 ans, l'OMS ne donne plus de repère de poids selon l'âge : avec la puberté, le poids seul ne dit plus si l'on grandit ou si l'on grossit. Les points restent, sans bandes.
curves-needs-identity = Pour voir les repères de croissance, indiquez la date de naissance et le sexe :
curves-without-tables = Les repères de croissance n'ont pas pu être chargés. Les points sont tous là ; les bandes reviendront avec le réseau.

# Noter
curves-note = Noter : {what}
curves-note-other = Noter autre chose
curves-value = Valeur
curves-side = Côté
curves-position = Position
curves-when = Quel jour ?

# Lire
curves-marks = Ce que disent les numéros
curves-in-short = En bref
curves-as-table = Voir les mêmes chiffres en tableau
curves-day = Jour
curves-age = Âge
curves-in-reference = Dans les repères
curves-who = Par qui, remarques
curves-older = Voir la suite ({count} plus anciennes)
curves-around = Avant et après
curves-around-what = Avant et après quoi ?
curves-around-none = Choisir…
curves-last-before = La dernière avant
curves-first-after = La première après
curves-nothing = rien de noté

# Emporter
curves-take = Emporter ces courbes
curves-take-means = Ce qui est emporté n'est plus chiffré. Pour un PDF, choisissez « Enregistrer au format PDF » dans la fenêtre d'impression.
curves-print = Imprimer, ou garder en PDF
curves-png = Image (PNG)
curves-svg = Dessin (SVG)
curves-csv = Tableau (CSV)
curves-csv-head = date, heure, mesure, côté, valeur, unité, z, centile, par qui, remarque
curves-file = courbes
curves-head = {name} · courbes au {day}
curves-no-picture = Ce navigateur n'a pas pu dessiner l'image. Le dessin (SVG) et l'impression restent possibles.

curves-events = {title}, nombre
curves-by-month = par mois
curves-goal = Objectif : {title}
