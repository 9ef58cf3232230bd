# Liens, lecture, journal, cahier de liaison, comptes rendus

trouble-link-over = Ce lien est arrivé à sa fin.
trouble-link-over-means = Il ne fonctionnait que jusqu'à une date choisie par la famille. Demandez-lui un nouveau lien si vous en avez encore besoin.
trouble-link-closed = Ce lien a été fermé.
trouble-link-closed-means = La famille l'a fermé, il n'ouvre plus rien. Demandez-lui un nouveau lien si vous en avez encore besoin.
trouble-link-used = Cette invitation a déjà servi.
trouble-link-used-means = Une invitation ne fait entrer qu'une personne. Si c'était vous, ouvrez le carnet depuis votre compte ; sinon, prévenez la famille.

# Titres des pages
title-links = Liens pour une visite
title-journal = Qui a regardé ?
title-reading = Lire un carnet
title-visit = Carnet ouvert par un lien
title-reports = Comptes rendus
title-add-report = Ajouter un compte rendu
title-report = Compte rendu

# Donner une adresse
copy = Copier l'adresse
copied = L'adresse est copiée.
copy-by-hand = L'adresse est sélectionnée : copiez-la.

# Liens pour une visite
links-lead = Un lien ouvre une partie du carnet à quelqu'un qui n'a pas de compte, le temps d'une visite. Cette personne lit, elle ne peut rien changer.
links-guardians = Seules les personnes qui tiennent le carnet peuvent ouvrir des liens.
links-make = Préparer un lien
links-make-do = Ouvrir ce lien
links-open = Liens ouverts
links-none = Aucun lien n'est ouvert. Par exemple : la santé et le dernier bilan, pour 24 heures, avant une consultation à l'hôpital.
links-honest = Fermer un lien empêche de lire la suite. Ce qui a déjà été lu ne peut pas être repris.
links-for = Pour qui, ou pour quelle visite ?
links-for-hint = Vous seuls voyez ce nom. Par exemple : consultation du Dr Lenoir.
links-for-missing = Dites pour qui est ce lien : vous le retrouverez par ce nom.
links-sections = Ce que ce lien montre
links-sections-hint = Toute la rubrique, avec ce qui y sera ajouté jusqu'à la fin du lien.
links-what-missing = Choisissez au moins une rubrique ou un document.
links-single = Ou seulement quelques documents
links-single-hint = Ils sont montrés tels qu'ils sont maintenant, sans le reste de leur rubrique.
links-single-choose = Choisir des documents et des comptes rendus
links-how-long = Jusqu'à quand ?
links-day = 24 heures
links-days = {count} jours
links-week = Une semaine
links-month = Un mois
links-months = {count} mois
links-name-shown = Le nom et la date de naissance sont toujours montrés, pour que l'on sache de qui il s'agit.
links-until = Jusqu'au {moment}
links-moment = {day} à {time}
links-documents = Documents choisis : {count}
links-show = Montrer l'adresse
links-address = Adresse à donner
links-code = QR code du lien. L'adresse est écrite à côté.
links-close = Fermer ce lien
links-close-title = Fermer le lien « {label} » ?
links-close-means = Il ne s'ouvrira plus. Ce qui a déjà été lu ne peut pas être repris. Vous pourrez en préparer un autre.
links-close-act = Fermer le lien « {label} »
links-closed = Le lien est fermé.
links-closed-alone = Une personne qui tenait le carnet n'y a plus accès, ou a changé de clés. Les adresses qu'elle pouvait connaître se sont fermées d'elles-mêmes. Refaites celles dont vous avez encore besoin.
links-closed-one = {label}, fermé : {moment}

# La page d'un lien
reading-lead = Cette page ouvre la partie d'un carnet qu'une famille a choisi de vous montrer. Vous n'avez pas besoin de compte.
reading-empty = Ouvrez le lien que la famille vous a donné.
reading-empty-means = Rien n'est gardé sur cet appareil : pour relire le carnet, ouvrez à nouveau le lien ou le QR code.
reading-shut = Ce lien n'ouvre rien.
reading-shut-means = Il a peut-être été copié en partie. Ouvrez-le à nouveau en entier, ou demandez-le à la famille.
visit-of = Carnet de {name}
visit-until = Ce lien fonctionne jusqu'au {moment}.
visit-nothing-kept = Vous lisez sans compte. Rien n'est gardé sur cet appareil, et la famille voit quand ce lien a servi.
visit-sections = Ce que vous pouvez lire
visit-single = Documents choisis pour vous
visit-copied = Tels qu'ils étaient quand ce lien a été donné ou montré de nouveau : {at}.
visit-latest = Dernier changement connu : {at}.
visit-latest-by = Dernier changement connu : {at}, par {by}.
visit-leave = Fermer

# Qui a regardé ?
journal-lead = Qui a lu, ouvert ou écrit quoi, par quel lien, et quand.
journal-guardians = Seules les personnes qui tiennent le carnet voient cette page.
journal-word = Ces lignes sont notées par le serveur, et c'est lui qui le dit : elles ne sont pas signées. Une même lecture répétée dans l'heure n'est notée qu'une fois.
journal-empty = Rien à montrer ici.
journal-older = Voir les lignes plus anciennes
journal-take-away = Emporter ces lignes (tableau)
journal-filters = Choisir des lignes
journal-who = Qui
journal-anybody = Tout le monde
journal-section = Rubrique
journal-any-section = Toutes
journal-from = Depuis le
journal-to = Jusqu'au
journal-you = {name} (vous)
journal-link = Lien « {name} »
journal-pulled = A regardé s'il y avait du nouveau.
journal-read = A lu : {sections}.
journal-wrote = A écrit : {sections}.
journal-settled = A changé les accès ou les réglages.
journal-file = A ouvert un fichier : {sections}.
journal-shown = A été ouvert.
journal-subscribed = Un programme a relu l'agenda à son adresse d'abonnement.
journal-deposited = A laissé quelque chose pour vous.
journal-others = Et {count} autres
journal-csv-day = Jour
journal-csv-time = Heure
journal-csv-what = Quoi
journal-csv-entries = Entrées
journal-csv-file = qui-a-regarde.csv

# Cahier de liaison
notes-unread = À lire : {count}
notes-read-all = J'ai tout lu
notes-today = Aujourd'hui
notes-yesterday = Hier
notes-older = Voir les notes plus anciennes
note-read = J'ai lu
note-read-by = Lu par {names}
note-answer = Répondre
note-answer-to = Répondre à {name}
note-answers = Réponse à {author} : « {title} »
note-about = À propos de : {title}
note-files = Photos et fichiers : {count}
note-to = Pour qui ?
note-to-hint = Sans choix, la note est pour tous ceux qui lisent le cahier.
note-to-contacts = Quelqu'un d'autre
note-attach = Ajouter une photo ou un fichier
note-send = Laisser cette note
note-kept = Votre note est dans le cahier.
note-missing = Écrivez quelques mots, ou ajoutez une photo.

# Comptes rendus
add-report = Ajouter un compte rendu
reports-empty = Bilans, notes de séance, fiches d'appareillage, réunions à l'école : chacun avec ses rubriques, signé par qui l'a écrit.
reports-find = Trouver un compte rendu
reports-any-discipline = Toutes
report-lead = Choisissez ce que vous voulez écrire : les rubriques utiles seront prêtes. Vous pourrez en laisser vides et en ajouter.
report-which = Que voulez-vous écrire ?
report-discipline = Discipline
report-choose = Choisissez une sorte de compte rendu.
report-begin = Commencer
report-signed-by-you = Ce compte rendu portera votre nom et la date : vous n'avez pas à les écrire.
report-text = Texte
report-own-heading = Autre titre, si aucun ne convient
report-summary-hint = Ce qu'il faut retenir, en quelques mots pour la famille.
report-title-hint = Laissez vide pour « Bilan – Kinésithérapie », par exemple.
report-next = Prochaine fois : {day}
report-signed = Écrit et signé par {author}, {when}.
report-print = Imprimer
report-gone = Ce compte rendu n'est plus dans le carnet.
choose-among = Choisir dans le carnet ({count})
no-measure-yet = Aucune valeur dans ce carnet pour l'instant.
