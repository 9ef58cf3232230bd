# Droits, démarches et dates de fin.
add-entitlement = Ajouter un droit
add-expiry = Ajouter une date de fin
hint-right-detail = Par exemple : complément 3, AESH individuelle 12 heures, SESSAD du Val.
hint-right-end = La date imprimée sur la décision. Elle compte toujours plus que celles que le carnet calcule.
hint-received = Le jour où la lettre est arrivée, ou le message dans votre espace en ligne : le temps pour contester part de là.
hint-appeal-by = Seulement si la décision l'imprime. Sinon, le carnet la calcule.
hint-prepare = Laissez vide pour suivre les dates du carnet.
hint-beneficiary = Par exemple : Maman, ou les deux parents une semaine sur deux.
expiry-name = Plus précisément
expiry-number = Numéro
hint-expiry-name = Par exemple : passeport de Théo, midazolam de la trousse de l'école.
hint-lead = Quand voulez-vous vous en occuper ?
exchange-who = Avec qui
exchange-text = Ce qui a été dit ou écrit
find-end-and-no-end = Une date de fin est notée, et « sans date de fin » aussi : gardez l'un des deux.
find-longer-than-known = C'est plus long que ce que l'on connaît pour ce droit ({years} ans). Relisez la date imprimée : si elle est bien là, elle compte.
