# Ce qui est à faire, et les rappels.

due-overdue = La date est passée
due-today = Aujourd'hui
due-procedures = Démarches à prévoir
due-nothing-today = Rien ne presse aujourd'hui.
due-more = Voir la suite ({count})
due-settled = Fait, remis à plus tard ou caché ({count})
due-at = {day} à {hour}
due-days-ago = il y a {days} jours
due-yesterday = hier
due-done = C'est fait
due-later = Plus tard
due-until-tomorrow = Demain
due-three-days = Dans 3 jours
due-week = Dans une semaine
due-month = Dans un mois
due-hide = Ne plus montrer
due-again = Remettre à faire
due-put-off = Remis au {day}
due-hidden = N'est plus montré
due-done-on = Fait le {day}
due-done-once = Fait
due-said-done = C'est noté : fait. Vous pouvez le remettre à faire plus bas.
due-said-later = Remis à plus tard.
due-said-hidden = Ce ne sera plus montré. Vous pouvez le remettre à faire plus bas.
due-said-again = C'est de nouveau à faire.

# Réglages
reminders-title = Rappels
reminders-lead = Vous êtes prévenu avant un rendez-vous, une démarche ou un contrôle qui figure dans vos carnets.
reminders-unknown = Les rappels ne peuvent pas être montrés pour l'instant.
reminders-ask-again = Réessayer
reminders-by-mail = Par e-mail
reminders-on-devices = Sur mes appareils
reminders-on-device = Sur cet appareil
reminders-devices = Appareils prévenus
reminders-no-mail = Ce serveur n'envoie pas d'e-mails.
reminders-mail-missing = Pour être prévenu par e-mail, donnez votre adresse juste au-dessus.
reminders-mail-on = Les e-mails partent à votre adresse
reminders-mail-says = Un e-mail dit seulement que quelque chose approche, jamais quoi : ouvrez le carnet pour le voir.
readable-begin = Faire dire aux e-mails de quoi il s'agit
readable-title = Des e-mails que d'autres peuvent lire ?
readable-means = Un e-mail n'est pas scellé. Chaque rappel dira de quoi il s'agit et quand, par exemple « Rendez-vous : Dr Martin, demain à
  14:30 ». Notre serveur et votre messagerie pourront lire ces mots, et rien d'autre du carnet. Vous pouvez arrêter quand vous
  voulez : ce qui attend encore perd alors ses mots. Ce qui est déjà dans votre boîte y reste.
readable-act = Oui, dire de quoi il s'agit
readable-on = Les e-mails disent de quoi il s'agit
readable-on-means = Notre serveur et votre messagerie peuvent lire ces mots. Si vous changez d'adresse, cela s'arrête.
readable-elsewhere = C'est choisi sur un autre de vos appareils. Celui-ci ne donne aucun mot : ce que vous y notez n'est dit dans un
  e-mail que si vous le choisissez ici aussi.
readable-here-too = Le choisir ici aussi
readable-stop = Ne plus rien dire dans les e-mails
readable-said-on = Les prochains e-mails diront de quoi il s'agit.
readable-said-off = Les e-mails ne disent plus rien. Ce qui attendait a perdu ses mots.
reminders-no-push = Ce serveur ne peut pas prévenir les appareils.
reminders-borrowed = Sur un appareil emprunté rien n'est gardé : il ne peut pas être prévenu.
reminders-cannot = Ce navigateur ne sait pas afficher de rappels.
reminders-install = Sur iPhone et iPad, mettez d'abord le carnet sur l'écran d'accueil : bouton « Partager », puis « Sur l'écran
  d'accueil ». Ouvrez-le de là, et revenez ici.
reminders-refused = Les notifications de ce site sont bloquées sur cet appareil. Autorisez-les dans les réglages du navigateur, puis revenez ici.
reminders-not-allowed = Vous n'avez pas autorisé les notifications : cet appareil ne sera pas prévenu.
reminders-begin = Me prévenir sur cet appareil
reminders-here = Cet appareil est prévenu
reminders-push-says = Le rappel dit de quoi il s'agit. Seuls vos appareils peuvent le lire, même quand le carnet est verrouillé : ni notre
  serveur, ni le fabricant du navigateur.
reminders-try-mail = Envoyer un e-mail d'essai
reminders-try-push = Envoyer un rappel d'essai
reminders-tried = L'essai est parti. Il arrive d'habitude en moins d'une minute.
reminders-this-device = Cet appareil, depuis le {since}
reminders-other-device = Un autre appareil, depuis le {since}
reminders-forget = Ne plus prévenir
reminders-forget-title = Ne plus prévenir cet appareil ?
reminders-forget-means = Il ne recevra plus de rappels et ne pourra plus lire les prochains. Vous pourrez recommencer depuis cet appareil.
reminders-forgotten = Cet appareil n'est plus prévenu.
reminders-choose = Choisir quand et comment
reminders-hours = À quelles heures
reminders-at = Ce qui n'a pas d'heure, me le dire à
reminders-quiet-from = Ne pas me déranger de
reminders-quiet-to = jusqu'à
reminders-zone = Fuseau horaire
reminders-discreet = Sur l'écran, ne pas dire de quoi il s'agit
reminders-of-carnets = De quels carnets
lead-same = Le jour même
lead-hour = 1 heure avant
lead-hours = {hours} heures avant
lead-day = La veille
lead-days = {days} jours avant
