# Agenda, en phrases courtes.

agenda-empty = Ici, vous notez les rendez-vous. Vous notez aussi les séances et les absences.
agenda-coming = Bientôt
agenda-farther = Voir la suite
agenda-past = Avant
agenda-add-series = Ajouter des séances
agenda-cancel-means = Le rendez-vous reste dans l'agenda. Il est barré. Prévenez la personne.
agenda-keep-done = Le rendez-vous est fait
agenda-papers-empty = Ici, vous mettez les papiers du rendez-vous.
agenda-bring-empty = Rien à apporter. Rien à demander.
agenda-take-away-means = Un fichier avec tout l'agenda. Gardez-le pour vous.
agenda-take-in-means = Choisissez un fichier .ics. Vous choisissez ensuite quoi ajouter.
agenda-subscribe-lead = Votre téléphone peut suivre cet agenda tout seul.
agenda-readable-means = Avec cette adresse, d'autres peuvent lire les jours et les heures : le serveur, et le service d'agenda de votre téléphone. Ils ne lisent pas le reste du carnet. Vous pouvez fermer l'adresse.
