# L'équipe, les invitations, les accords

trouble-already-in = Vous êtes déjà dans ce carnet.
trouble-already-in-means = Cette invitation est pour une autre personne. Elle reste valable : envoyez-la à qui vous voulez inviter.

title-team = Mon équipe
title-member = Une personne de l'équipe
title-invite = Inviter quelqu'un
title-invitation = Votre invitation

# Mon équipe
team-lead = Qui peut voir quoi, et jusqu'à quand. C'est vous qui ouvrez, et vous qui fermez.
team-invite = Inviter quelqu'un
team-invited = Invitations en attente
team-people = Dans le carnet
team-you = (vous)
team-unconfirmed = Pas encore confirmé
team-confirm = C'est bien {name}
team-confirmed = C'est noté : {name} est confirmé.
team-writes = Peut lire et écrire : {what}
team-reads = Peut lire : {what}
team-until = – jusqu'au {day}.
team-ended = – c'était jusqu'au {day}.
team-sees-nothing = Ne voit plus rien de ce carnet.
team-own-section = un espace à part
team-who-sees = Qui peut voir quoi ?
team-one-writes = {name} (lit et écrit)
team-one-reads = {name} (lit)
team-nobody = Personne
team-links-too = Les liens ouverts (carte d'urgence, dépôt, lecture d'une visite) ne sont pas dans cette liste.
team-only-guardians = Seuls les responsables du carnet invitent et changent les accès. Demandez à l'un d'eux.
team-other-agreements = Autres accords
team-agreed = Accord
team-agreed-on = Accord du {day}

# Les pages autour
around = Autour de ce carnet
around-team = Qui peut voir quoi, et jusqu'à quand
around-keep = Ce qui se décide à plusieurs, partir, effacer
around-corners = Ce que personne d'autre n'ouvre
around-links = Pour lire une fois, sans compte
around-journal = Qui a lu, ouvert ou écrit quoi

role-guardian = Parent ou responsable du carnet
role-person = La personne elle-même
role-professional = Professionnel
role-relative = Proche

# Une personne de l'équipe
member-gone = Cette personne n'est plus dans le carnet.
member-since = – depuis {when}
member-sees = Ce que cette personne peut voir
member-agreements = Les accords
member-no-agreement = Aucun accord n'est noté.
member-unconfirmed = Cette personne est entrée avec votre invitation. Confirmez que c'est bien elle : demandez-le-lui, de vive voix si possible.
member-unconfirmed-guardian = Cette personne est entrée avec votre invitation. Pour l'instant elle peut seulement lire. Confirmez que c'est bien elle, et
  elle sera responsable du carnet autant que vous.
member-change = Changer ce que {name} peut voir
member-change-means = Ce que vous retirez ne pourra plus être ouvert. Ce qui a déjà été lu, ou copié, ne peut pas être oublié.
member-instead = Remplacer cette personne, ou la faire entrer de nouveau
member-close = Fermer l'accès de {name}
member-close-title = Fermer l'accès
member-close-can = Dès que vous fermez, cette personne ne reçoit plus rien, et ce qui sera écrit ensuite lui reste fermé : les clés changent.
member-close-cannot = Ce qu'elle a déjà lu, noté, imprimé ou enregistré, personne ne peut le reprendre. Ce qu'elle a écrit reste dans le carnet.
member-close-question = Fermer l'accès de {name} ?
member-close-means = Vous pourrez l'inviter de nouveau quand vous voudrez ; ce qui a été lu ne pourra pas être oublié.
member-closed = L'accès de {name} est fermé.

# La même personne, avec un nouveau compte
same = {name} gardait déjà ce carnet avec un autre compte ?
same-lead = Si cette personne n'arrive plus à ouvrir son ancien compte, dites ici lequel c'était. Il se fermera, et elle gardera le carnet avec le nouveau.
same-say = C'est la même personne que « {name} »
same-ask = La même personne que « {name} » ?
same-means = Vous confirmez que le nouveau compte est bien le sien, et vous demandez que l'ancien compte, « {name} », se ferme. Chaque personne qui garde le carnet doit être d'accord. Pendant 60 jours, l'ancien compte lit et écrit comme avant : il suffit qu'il ouvre le carnet une fois pour que rien ne se ferme.
same-act = C'est la même personne
same-said = C'est noté. L'ancien compte a 60 jours pour donner signe de vie.
same-if-not = Ne le dites que si vous en êtes sûr, de vive voix si possible. Si l'ancien compte sert encore, la personne le quitte elle-même, en un geste.
same-lost = Compte dit perdu
same-goes = Il se ferme le {day}, s'il n'ouvre pas le carnet d'ici là.

# Accès qui se terminent
ending-theirs = L'accès de {name} se termine le {day}.
ending-mine = Votre accès à ce carnet se termine le {day}. Si vous en avez encore besoin, dites-le à la famille : elle le prolonge en un geste.
ending-change = Changer autre chose
renew = Prolonger d'un an l'accès de {name}
renew-words = Prolongé d'un an, avec les mêmes accès.
renewed-toast = L'accès de {name} est prolongé.

# Droits
team-rights-what = Que pourra voir cette personne ?
team-rights-what-hint = Une proposition selon son métier. Changez ce que vous voulez.
team-rights-nothing = Rien
team-rights-read = Lire
team-rights-write = Lire et écrire
team-rights-guardian = Un parent ou un responsable voit et écrit tout, comme vous, sans date de fin. Il décide avec vous.
team-rights-until = Jusqu'à quand ?
team-rights-until-must = Toujours une date pour un professionnel, trois ans au plus. Vous serez prévenu un mois avant.
team-rights-until-may = Laissez vide pour ne pas mettre de fin.
team-rights-until-missing = Il manque la date de fin.
team-rights-until-past = Cette date est passée.
team-rights-until-too-far = Trois ans au plus : vous pourrez prolonger.
team-rights-past = Et ce qui est déjà écrit ?
team-rights-past-all = Tout montrer, aussi ce qui est déjà écrit
team-rights-past-later = Ne montrer que la suite, à partir d'aujourd'hui
team-rights-past-means = Ce qui est écrit jusqu'à maintenant lui reste fermé, sauf l'identité et l'équipe. Si quelqu'un modifie une ancienne entrée, elle la
  verra. Pour les autres, rien ne change.

# Accord
agreement = L'accord
agreement-why = Pour se souvenir, plus tard, de qui a permis quoi. Vous pouvez laisser vide.
agreement-by = Qui est d'accord ?
agreement-form = Comment l'accord a-t-il été donné ?
agreement-words = Avec quels mots ?
agreement-words-hint = Par exemple : « Léo veut bien que Karim lise ses bilans. »

# Inviter
invite-lead = Vous préparez un lien ou un carré à scanner. La personne entre seule, avec son propre compte. Vous serez prévenu.
invite-who = Qui invitez-vous ?
invite-what = Son métier, ou sa place
invite-what-hint = Il sert à proposer ce que la personne peut voir.
invite-around = École, hôpital, établissement
invite-professions = Professions de la santé et du social
invite-function = Avec vos mots
invite-function-hint = Par exemple : AESH du matin, secrétariat du Dr Roux.
invite-name = Comment l'appelez-vous ?
invite-name-hint = Par exemple « Karim, kiné ». C'est le nom que tous verront dans le carnet.
invite-name-missing = Il manque le nom.
invite-lasts = Pendant combien de temps l'invitation est-elle valable ?
invite-lasts-hint = Elle ne sert qu'une fois.
invite-one-day = Un jour
invite-days = {count} jours
invite-make = Préparer l'invitation
invited-toast = L'invitation est prête.
invited-until = à prendre avant le {day}
invited-waits = Pas de réseau : cette invitation marchera dès que cet appareil sera reconnecté.
invited-how = Faites scanner ce carré, ou envoyez le lien. La personne ouvre la page, fait son compte, et entre.
invited-qr = Carré à scanner pour prendre l'invitation
invited-address = Lien de l'invitation
invited-share = Envoyer
invited-copy = Copier le lien
invited-print = Imprimer
invited-copied = Le lien est copié.
invited-not-copied = Le lien n'a pas pu être copié. Sélectionnez-le à la main.
invited-words = Voici votre invitation dans le carnet. Elle ne sert qu'une fois.
invited-secret = Qui tient ce lien peut entrer à sa place : donnez-le de la main à la main, ou par un message que seule cette personne lit.
invited-close = Annuler cette invitation
invited-close-title = Annuler l'invitation de {name} ?
invited-close-means = Le lien et le carré ne marcheront plus. Vous pourrez en préparer une autre.
invited-close-act = Annuler l'invitation de {name}
invited-closed = L'invitation est annulée.
instead = Pourquoi une nouvelle invitation ?
instead-other = Une autre personne la remplace
instead-same = La même personne a perdu l'accès à son compte
instead-other-means = La nouvelle personne a son propre accès. Celui de {name} reste ouvert tant que vous ne le fermez pas.
instead-same-means = L'ancien accès de {name} se ferme tout de suite. Le nouveau s'ouvre avec un nouveau compte.
instead-same-guardian = {name} entre avec un nouveau compte. Ensuite, sur sa page, vous direz que c'est la même personne : l'ancien compte se ferme
  au bout de 60 jours, s'il ne donne aucun signe d'ici là.

# Prendre une invitation
invitation-by = {name} vous invite dans un carnet de soins.
invitation-by-into = {name} vous invite dans le carnet de {person}.
invitation-opens = Ce qu'elle vous ouvre
invitation-called = Vous y serez : {name}. {role}.
invitation-until = Invitation à prendre avant le {day}. Elle ne sert qu'une fois.
invitation-account = Ouvrez votre compte
invitation-account-why = Un compte à vous, gratuit, en une minute : vous seul pourrez ouvrir ce carnet sous votre nom.
invitation-have-account = J'ai déjà un compte
invitation-no-account = Je n'ai pas encore de compte
invitation-as-account = Avec le compte « {label} ».
invitation-enter = Entrer dans le carnet
invitation-not-whole = Ce lien n'est pas entier.
invitation-not-whole-means = Il a peut-être été coupé en le copiant. Ouvrez-le depuis le message, ou scannez le carré ; sinon, demandez une nouvelle invitation.

# Aujourd'hui
joined-guardian = {name} est entré avec votre invitation, {when}. Pour l'instant, cette personne peut seulement lire.
joined = {name} est entré avec votre invitation, {when}.
joined-not = Ce n'est pas cette personne ? Voir et fermer
me-unconfirmed = Vous pouvez lire ce carnet. Pour y écrire, un autre responsable doit confirmer que c'est bien vous.
me-over = Votre accès à ce carnet a pris fin. Si vous en avez encore besoin, demandez à la famille.
card-role-until = {role} – jusqu'au {day}
card-over = Votre accès a pris fin
carnet-shut = Ce carnet ne vous est plus ouvert.
carnet-shut-means = Ce que vous aviez déjà lu reste visible sur cet appareil. Rien de nouveau n'y arrive. Si c'est une erreur, demandez à la famille de vous inviter à nouveau.
card-news-one = 1 nouveauté
card-news-many = {count} nouveautés

may-only-read = Vous pouvez lire cette partie du carnet, pas y écrire. Demandez à la famille si vous en avez besoin.
