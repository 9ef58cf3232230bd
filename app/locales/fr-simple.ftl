# Langage simplifié : des phrases courtes, une idée par phrase, au présent. Ce qui manque ici vient du français.
# Le nom « facile à lire » (FALC) ne sera pris que lorsque des personnes concernées auront essayé ces phrases.

# Bienvenue
welcome-title = Votre carnet de santé et de vie
welcome-lead = Tout est au même endroit. Vous choisissez qui peut lire.
welcome-for = Dans le carnet
welcome-health = La santé
welcome-health-text = Vous écrivez les allergies. Vous écrivez les médicaments. Vous écrivez les opérations.
welcome-papers = Les papiers
welcome-papers-text = Vous prenez vos papiers en photo. Le carnet les garde.
welcome-habits = Les habitudes
welcome-habits-text = Vous écrivez comment la personne mange. Vous écrivez comment elle dort. Vous écrivez comment elle parle.
welcome-course = La vie
welcome-course-text = Vous écrivez les écoles. Vous écrivez les grandes étapes.
welcome-who-reads = Qui peut lire ?
welcome-yours = Le carnet est à vous. Vous pouvez tout emporter.
promise = Personne ne peut lire votre carnet. Nous non plus. Seules les personnes que vous choisissez peuvent le lire.
price = Attention : ne perdez pas votre téléphone et votre fiche de secours en même temps. Sinon, personne ne peut rouvrir le carnet.
open-a-carnet = Ouvrir un carnet
come-back = J'ai déjà un carnet
to-carnets = Voir mes carnets

# Ouvrir
title-create = Commencer
create-lead = Vous faites votre clé. Elle ouvre votre carnet.
your-name = Votre prénom
your-name-hint = Par exemple : Marie
passkey-what = Votre téléphone garde la clé. Vous l'ouvrez avec votre doigt, votre visage ou votre code.
make-passkey = Faire ma clé
no-passkeys-here = Cet appareil ne sait pas faire de clé. Choisissez un nom et une phrase secrète.
create-with-name = Utiliser un nom et une phrase secrète
create-account = Continuer
sign-in-name = Votre nom pour entrer
passphrase = Votre phrase secrète
passphrase-hint = Écrivez plusieurs mots. Ne la donnez à personne.
borrowed-question = Cet ordinateur n'est pas à vous ?
borrowed = Cet ordinateur n'est pas à moi
borrowed-means = Alors rien ne reste sur cet ordinateur.
sheet-heading = Votre fiche de secours
sheet-lead = Cette fiche ouvre le carnet si vous perdez votre téléphone. Imprimez-la. Rangez-la dans un endroit sûr.
have-sheet = J'ai ma fiche
sheet-later = Plus tard
ask-groups = Montrez que vous avez la fiche
see-sheet = Revoir la fiche
check-sheet = Vérifier

# Entrer
title-sign-in = Entrer
with-passkey = Entrer avec ma clé
other-passkey = Utiliser une autre clé
with-name = Entrer avec mon nom
your-passphrase = Votre phrase secrète
enter = Entrer
unlock = Ouvrir
unlock-passkey = Ouvrir avec ma clé
lost-way-in = Je n'arrive pas à entrer
no-account-yet = Je n'ai pas encore de carnet
title-recover = Utiliser ma fiche de secours
recover-lead = Prenez votre fiche de secours. Recopiez les lettres et les chiffres.
recovery-code = Les lettres et les chiffres de la fiche
recover-do = Ouvrir
recover-photo = Prendre la fiche en photo
recover-photo-unread = Nous ne voyons pas bien le carré. Approchez le téléphone. Ou recopiez les lettres.
recover-lost-sheet = Vous n'avez plus la fiche ? Demandez à une autre personne du carnet. Elle peut vous faire revenir.
locked-title = Le carnet est fermé
locked-lead = Ouvrez-le pour continuer.
lock = Fermer
one-moment = Un instant…

# Les carnets
title-carnets = Mes carnets
title-new-carnet = Nouveau carnet
no-carnet-yet = Vous n'avez pas encore de carnet.
new-carnet-lead = Pour qui est ce carnet ?
their-first-name = Son prénom
their-name = Son nom
their-birth = Son jour de naissance
open-the-carnet = Ouvrir le carnet
first-name-missing = Écrivez le prénom.
example-title = Un exemple
example-what = Théo n'existe pas. Son carnet est rempli. Vous pouvez tout essayer.
example-make = Voir l'exemple

# Aujourd'hui
title-today = Aujourd'hui
begin-title = Pour commencer
begin-treatment = Ajouter un médicament
begin-document = Ajouter un papier
begin-contact = Ajouter une personne
begin-habit = Ajouter une habitude
coming-title = Bientôt
latest-title = Ce qui a changé
allergies = Allergies
allergies-unsaid = On ne sait pas encore s'il y a des allergies.
to-health = Voir la santé
sheet-unproved = Votre fiche de secours n'est pas encore vérifiée.
sheet-unproved-do = Vérifier ma fiche

# La santé
title-health = Santé
add-allergy = Ajouter une allergie
add-problem = Ajouter un problème de santé
add-treatment = Ajouter un médicament
add-vaccine = Ajouter un vaccin
add-device = Ajouter un appareil
add-stay = Ajouter un séjour à l'hôpital
add-measurement = Ajouter une mesure
none-allergies = Pas d'allergie connue
none-problems = Pas de problème connu
none-treatments = Pas de médicament
none-devices = Pas d'appareil
none-stays = Pas de séjour à l'hôpital
none-vaccines = Pas de vaccin
why-allergies = Une allergie peut être grave. Les médecins doivent la connaître.
why-problems = Écrivez les maladies et les handicaps.
why-treatments = Écrivez chaque médicament. Écrivez combien et quand.
why-devices = Par exemple : un fauteuil, un corset, des lunettes.
why-stays = Écrivez les séjours à l'hôpital. Écrivez les opérations.
why-vaccines = Écrivez les vaccins. Vous pouvez aussi photographier le carnet de vaccination.
why-measurements = Par exemple : le poids et la taille.

# Les personnes, les habitudes
title-contacts = Personnes
add-contact = Ajouter une personne
why-contacts = Écrivez qui aide. Écrivez leur numéro de téléphone.
title-habits = Habitudes
add-habit = Ajouter une habitude
habits-lead = Écrivez comment la personne vit. Cela aide l'école et l'hôpital.
print-habits = Imprimer

# Les papiers
title-documents = Papiers
title-add-documents = Ajouter des papiers
papers-add = Ajouter un papier
papers-find = Chercher un mot
papers-filters = Chercher un papier
papers-more-filters = Chercher autrement
papers-by-discipline = De quel métier ?
papers-by-kind = Quel papier ?
papers-by-year = Quelle année ?
papers-none-found = Aucun papier ne va avec ces mots.
papers-one-found = 1 papier
papers-many-found = {count} papiers
papers-empty = Gardez ici vos papiers. Par exemple : les ordonnances, les lettres, les radios.
papers-empty-example = Prenez un papier en photo. Le carnet le garde.
papers-add-lead = Prenez le papier en photo. Ou choisissez un fichier. Puis dites ce que c'est.
papers-choose = Choisir un fichier
papers-photograph = Prendre une photo
papers-keep-originals = Garder aussi la vraie photo
papers-keep-originals-hint = La vraie photo dit où et quand vous l'avez prise.
papers-several = Il y a {count} papiers. Des photos choisies ensemble font un seul papier.
papers-untitled = Papier sans nom
papers-keep-one = Garder ce papier
papers-keep-many = Garder ces {count} papiers
papers-kept-one = Le papier est dans le carnet.
papers-kept-many = {count} papiers sont dans le carnet.
papers-going-on = Le carnet envoie vos papiers. Laissez cette fenêtre ouverte.
papers-nothing-lost = Rien n'est perdu.
papers-leave-out = Ne pas garder
papers-download = Prendre le fichier
