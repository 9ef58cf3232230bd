# Décider ensemble : ce que les personnes qui gardent le carnet ne décident pas seules.

title-keep = Décider ensemble

keep-lead = Retirer un parent du carnet, l'effacer, le remettre à la personne devenue adulte : personne ne le décide seul. Chaque personne qui garde le carnet donne son accord.
keep-alone-lead = Vous êtes la seule personne à garder ce carnet : c'est vous qui décidez. Dès qu'une autre personne le garde avec vous, il faudra vos deux accords.
keep-guest-lead = Ce carnet est gardé par {names}. Vous n'avez rien à décider ici, mais vous pouvez en partir quand vous voulez.
keep-copy-title = Avant tout, gardez une copie
keep-copy = À tout moment, vous pouvez emporter une copie complète de ce que vous lisez ici, et ouvrir avec elle un carnet à vous. Personne n'a besoin d'être d'accord.
keep-copy-do = Emporter une copie complète
keep-copy-own = Ouvrir un carnet à moi
keep-copy-ask = Ouvrir un carnet à vous avec cette copie ?
keep-copy-means = Tout ce que vous lisez ici est copié dans un nouveau carnet que vous gardez. Les personnes, leurs accès et les liens n'y sont pas : vous inviterez qui vous voulez. Les deux carnets ne se suivent plus ensuite.
keep-copying = Copie du fichier {number}…
keep-copied = Voici votre carnet, avec tout ce que vous lisiez.

# Les questions
keep-questions = Les questions en cours
keep-q-remove = Retirer {name} du carnet ?
keep-q-remove-me = Vous retirer du carnet ?
keep-q-erase = Effacer ce carnet ?
keep-q-transfer = Remettre le carnet à {name} ?
keep-q-lost = Fermer l'ancien compte, « {name} » ?
keep-q-lost-me = Avez-vous perdu ce compte ?
keep-means-remove = {name} ne lira plus rien de ce qui sera écrit ensuite. Ce qui a été lu reste connu : rien ne peut l'effacer d'une mémoire ou d'un autre appareil.
keep-means-remove-me = Vous ne liriez plus rien de ce qui sera écrit ensuite. Tant que vous n'êtes pas d'accord, rien ne se passe.
keep-means-erase = Plus personne ne pourra y écrire, et tout ce qu'il contient est détruit sur le serveur au bout de 30 jours. Cela ne se défait pas.
keep-means-transfer = {name} gardera son carnet et décidera de qui le lit. Les personnes qui le gardaient jusque-là lisent encore, jusqu'à ce que {name} en décide autrement.
keep-means-lost = « {name} » serait la même personne, entrée avec un nouveau compte parce qu'elle a perdu l'ancien, « {old} ». Tant qu'il n'est pas fermé, l'ancien compte garde tous ses droits. Il suffit qu'il ouvre le carnet une fois, ou que l'un de vous ne soit pas d'accord, pour que rien ne se ferme. Ensuite, on ne pourra le retrouver qu'en étant invité de nouveau.
keep-means-lost-me = Quelqu'un dit que vous ne pouvez plus ouvrir ce compte. Si vous lisez ceci, vous le pouvez.
keep-asked-by = {name} l'a demandé {when}.
keep-asked-by-me = Vous l'avez demandé {when}.
keep-until = On peut répondre jusqu'au {day}.
keep-lost-until = L'ancien compte peut répondre jusqu'au {day}.
keep-lost-agreed = Tout le monde est d'accord. L'ancien compte se ferme le {day}, s'il n'ouvre pas le carnet d'ici là.
keep-lost-not = Ce compte n'est pas perdu
keep-lost = {name} n'arrive plus à ouvrir son compte
keep-said-yes = D'accord : {names}.
keep-waits = Pas encore de réponse : {names}.
keep-me = vous
keep-yes = Je suis d'accord
keep-yes-title = Donner votre accord ?
keep-no = Je ne suis pas d'accord
keep-no-done = C'est dit : la question est close, rien ne change.
keep-yes-done = Votre accord est enregistré.
keep-withdraw = Retirer ma demande
keep-over = Trente jours ont passé sans la réponse de tout le monde. Rien n'a changé.
keep-ask-again = Demander à nouveau
keep-drop = Laisser tomber
keep-last-yes = Tout le monde est d'accord. L'appareil de la prochaine personne qui ouvre le carnet le fera, sans rien demander.
keep-erase-now = Tout le monde est d'accord : effacer maintenant

keep-waits-for-you = Une question attend votre réponse : elle se décide avec les autres personnes qui gardent ce carnet.
keep-see = Voir la question
keep-spoke-up = Quelqu'un avait dit que vous aviez perdu ce compte. En ouvrant le carnet, vous avez montré que non : la question est close, rien n'a changé.
keep-spoke-up-else = Si vous utilisez maintenant un autre compte, quittez le carnet avec celui-ci. Sinon, parlez-en avec les personnes qui gardent le carnet.

# Qui le garde
keep-who = Qui garde ce carnet
keep-who-lead = Ces personnes ont les mêmes droits. Aucune ne peut retirer l'autre sans son accord.
keep-unconfirmed = pas encore confirmé par une autre personne qui garde le carnet
keep-propose-remove = Proposer de retirer {name}
keep-propose-remove-means = Chaque personne qui garde le carnet devra être d'accord, {name} aussi. Vous avez tous 30 jours pour répondre ; ensuite vous pourrez demander à nouveau.
keep-propose-remove-act = Poser la question
keep-proposed = La question est posée. Chacun la verra en ouvrant le carnet.
keep-cannot = Retirer quelqu'un lui ferme ce qui vient, pas ce qui a été lu. Les clés changent au même moment, d'elles-mêmes.

# Partir
keep-leave-title = Partir de ce carnet
keep-leave-lead = Vous n'y lirez plus rien de nouveau, et il disparaît de vos carnets. Pour revenir, il faudra qu'une personne qui le garde vous invite à nouveau.
keep-leave = Partir de ce carnet
keep-leave-ask = Partir de ce carnet ?
keep-leave-act = Partir
keep-left = Ce carnet n'est plus dans vos carnets.
keep-leave-last = Personne d'autre ne le garde : sans vous, plus personne ne pourrait s'en occuper. Il faut d'abord quelqu'un d'autre pour le garder ; sinon, vous pouvez l'effacer, plus bas.
keep-leave-invite = Invitez d'abord une autre personne à le garder

# Effacer
keep-erase-title = Effacer ce carnet
keep-erase-lead-alone = Il se ferme tout de suite pour tout le monde, et tout est détruit sur le serveur au bout de 30 jours. Les copies que vous avez emportées restent à vous.
keep-erase-lead = Il faut l'accord de toutes les personnes qui le gardent. Il se ferme alors pour tout le monde, et tout est détruit sur le serveur au bout de 30 jours.
keep-erase = Effacer ce carnet
keep-erase-ask = Effacer ce carnet ?
keep-erase-act = Effacer le carnet de {name}
keep-erase-propose = Proposer d'effacer ce carnet
keep-erase-propose-act = Poser la question
keep-closed = Ce carnet a été effacé par les personnes qui le gardaient. Vous pouvez encore le lire sur cet appareil et en emporter une copie ; sur le serveur, tout est détruit au bout de 30 jours.
keep-put-away = L'enlever de mes carnets

# Devenir adulte
keep-hand-title = Remettre le carnet à {name}
keep-hand-adult = {name} a {age}. Son carnet peut lui revenir : {name} décidera de qui le lit, avec son propre compte et sa propre clé d'accès.
keep-hand-young = {name} a moins de 18 ans. Vous lui remettrez son carnet à sa majorité.
keep-hand-undated = La date de naissance n'est pas notée. À 18 ans, le carnet peut revenir à la personne elle-même.
keep-hand-anyway = La situation est particulière
keep-hand-anyway-tick = La personne est majeure, ou un juge l'a émancipée
keep-hand-prepare = Préparer la remise du carnet
keep-hand-measure = Y a-t-il une mesure de protection décidée par un juge ?
keep-hand-none = Aucune mesure
keep-hand-noted = Dans le carnet est noté : {measure}.
keep-hand-means-none = La personne décide seule, pour son carnet comme pour sa santé.
keep-hand-means-safeguard = Avec une sauvegarde de justice, la personne garde ses droits : le carnet lui revient.
keep-hand-means-curatorship = Avec une curatelle, la personne décide elle-même de sa santé et de ce que les autres en savent. Le curateur conseille : elle peut lui ouvrir le carnet.
keep-hand-means-represented = Avec cette mesure, quelqu'un a pu être chargé de décider avec elle ou pour elle, et d'être informé de sa santé. Relisez le jugement. Si c'est vous, continuez à garder le carnet et ouvrez-le à la personne, avec son propre compte.
keep-hand-means-mandate = Un mandat de protection future nomme une personne. S'il est déjà en route, relisez ce qu'il prévoit pour la santé avant de remettre le carnet.
keep-hand-judge = Le jugement laisse cette décision à la personne
keep-hand-account = Quel est son compte ?
keep-hand-no-account = {name} n'est pas encore dans ce carnet avec son propre compte, comme « la personne elle-même ».
keep-hand-invite = Invitez d'abord {name}
keep-hand-after = Ensuite, vous lirez encore ce que vous lisez aujourd'hui, jusqu'à ce que {name} en décide autrement. Les clés des liens et de la carte d'urgence changent : il faudra réimprimer la carte.
keep-hand-do = Remettre le carnet à {name}
keep-hand-do-others = Proposer aux autres de remettre le carnet
keep-hand-ask = Remettre le carnet à {name} ?
keep-hand-act = Remettre le carnet
keep-hand-done = C'est fait : {name} garde maintenant son carnet.
keep-hand-note = Le {day}, {who} a proposé de remettre le carnet à {name}. Mesure de protection : {measure}.

# Coins privés
title-corners = Coins privés
title-corner = Coin privé
corners-lead = Un coin privé est un endroit du carnet que personne d'autre que vous n'ouvre. Vous pouvez y laisser entrer quelqu'un, puis changer d'avis.
corners-person-lead = Un coin privé est à vous : ni vos parents ni personne d'autre ne peut l'ouvrir si vous ne le voulez pas, et personne ne peut le rouvrir si vous perdez votre compte.
corners-empty = Vous n'avez pas encore de coin privé. On peut y garder ce qu'on ne veut pas montrer à tout le monde : une question pour le médecin, un compte rendu, ce qui pèse.
corners-name = Comment l'appeler ?
corners-name-hint = Par exemple « Mes affaires », « Avec la psychologue ».
corners-add = Ouvrir un coin privé
corners-added = Le coin privé est ouvert. Personne d'autre que vous n'y entre.
corners-by = Ouvert par {name}
corners-mine = À vous
corners-count-one = 1 chose dedans
corners-count-many = {count} choses dedans
corners-nothing = Rien dedans
corners-seen = Le serveur et les membres du carnet voient qu'il existe et qui peut y entrer, jamais son nom ni ce qu'il contient.
corner-empty = Rien ici pour l'instant.
corner-write = Y garder quelque chose
corner-text = Ce que vous voulez garder ici
corner-keep = Garder ici
corner-nameless = Coin sans nom
corner-written = Écrit par {name}, {when}
corner-see-files = Voir les fichiers ({count})
corner-not-shown = Rien de ce coin n'apparaît dans les autres pages, ni sur la fiche d'urgence, ni dans les synthèses.
corner-who = Qui peut entrer
corner-reads = lit
corner-writes = lit et écrit
corner-let-in = Laisser entrer quelqu'un
corner-whom = Qui ?
corner-choose = Choisir une personne
corner-may-write = Peut aussi y écrire
corner-let-in-do = Laisser entrer
corner-let-in-done = {name} peut entrer.
corner-let-out = Fermer ce coin à {name}
corner-let-out-means = {name} ne lira plus rien de nouveau ici : la clé change tout de suite. Ce qui a été lu reste connu.
corner-let-out-done = Le coin est fermé à {name}.
corner-professional = Pour un professionnel, l'accès s'arrête dans un an. Vous pourrez le rouvrir.
corner-nobody = Personne d'autre n'est dans ce carnet pour l'instant.
corner-keeper-gone = La personne qui avait ouvert ce coin est partie : ceux qui gardent le carnet et y entrent s'en occupent.
corner-all = Tous les coins privés
corner-gone = Ce coin privé n'existe pas, ou vous n'y entrez pas.

# Un autre peut ouvrir mon compte
title-new-keys = Quelqu'un d'autre peut ouvrir mon compte
keys-settings = Quelqu'un connaît votre phrase secrète, a pris votre téléphone ou photographié votre fiche de secours ? Changez tout, dans tous vos carnets.
keys-settings-do = Changer de clés partout
keys-lead = Un nouveau compte prend la place de l'ancien dans tous vos carnets. Vos droits, vos écrits et vos coins privés vous suivent.
keys-step-one = Vous créez une nouvelle clé d'accès et une nouvelle fiche de secours.
keys-step-two = Dans chaque carnet, les nouvelles clés remplacent les anciennes, et tout ce que l'ancien compte pouvait lire change de clé.
keys-step-three = L'ancien compte est supprimé : plus personne n'y entre.
keys-cannot = Ce que l'autre personne a déjà lu, elle l'a lu. Si elle a déjà changé quelque chose, vous le verrez dans l'historique. La carte d'urgence devra être réimprimée, et les invitations et les liens ouverts se fermeront.
keys-passkey = Créer une nouvelle clé d'accès
keys-name = Plutôt avec un nom et une phrase secrète
keys-name-hint = Un autre nom que l'ancien.
keys-make = Créer le nouveau compte
keys-unsent = Des écrits attendent encore d'être envoyés. Reconnectez-vous au réseau d'abord : ils partiront, puis vous pourrez changer de clés.
keys-now = La nouvelle fiche est prête. Il reste à changer les clés dans vos carnets.
keys-pending = Le changement de clés n'est pas terminé : votre ancien compte ouvre encore certains carnets.
keys-pending-do = Terminer le changement de clés
keys-go-on = Changer les clés dans tous mes carnets
keys-left = Ces carnets n'ont pas encore pu changer de clés. Rien n'est à moitié fait : réessayez dans un moment.
keys-left-out = Si l'on vous a dit que vous ne faites plus partie d'un de ces carnets, enlevez-le de votre liste, puis continuez.
keys-left-out-ask = Enlever « {name} » de vos carnets ?
keys-left-out-means = Si vous en faites encore partie, votre ancien compte continuera de l'ouvrir, et la personne qui connaît vos clés aussi. Dans le doute, demandez d'abord à quelqu'un qui tient ce carnet.
keys-done = C'est fait. Les nouvelles clés sont en place partout et l'ancien compte n'existe plus.
keys-old-passkey = Sur votre téléphone ou votre ordinateur, vous pouvez supprimer l'ancienne clé d'accès : elle n'ouvre plus rien.
keys-to-carnets = Retrouver mes carnets
keys-nothing = Rien à terminer : vos clés sont à jour.

# Supprimer son compte
title-farewell = Supprimer mon compte
farewell-settings = Vos clés, vos accès et votre adresse sont effacés. Vos carnets continuent sans vous là où d'autres les gardent.
farewell-lead = Voici ce que devient chacun de vos carnets. Emportez d'abord une copie de ceux que vous voulez garder.
farewell-looking = Un instant, nous regardons vos carnets…
farewell-left = Il continue sans vous.
farewell-erased = Personne d'autre n'y est : il est effacé, et détruit sur le serveur au bout de 30 jours.
farewell-blocked = Personne d'autre ne le garde, et d'autres personnes y sont. Faites-le garder par quelqu'un d'autre, ou effacez-le d'abord.
farewell-gone = Vous n'y êtes déjà plus.
farewell-untold = Le serveur ne donne plus rien de ce carnet, comme lorsqu'on n'en fait plus partie.
farewell-untold-means = Enlevez-le si l'on vous a dit que vous n'en faites plus partie. Si vous en faites encore partie, votre nom y restera : dans le doute, demandez d'abord à quelqu'un qui tient ce carnet.
farewell-none = Vous n'avez aucun carnet.
farewell-decide = Décider pour ce carnet
farewell-copy = En emporter une copie
farewell-do = Supprimer mon compte
farewell-ask = Supprimer votre compte ?
farewell-means = Cela ne se défait pas : vos clés d'accès et votre fiche de secours n'ouvriront plus rien, et cet appareil oublie tout.
farewell-act = Supprimer mon compte pour toujours
farewell-not-yet = Un carnet au moins ne peut pas rester sans vous : voyez plus haut ce qu'il faut décider d'abord.
