# L'équipe, en phrases courtes

team-lead = Voici qui peut lire le carnet. Vous décidez.
member-close-can = Vous fermez l'accès. La personne ne reçoit plus rien.
member-close-cannot = Elle garde ce qu'elle a déjà lu. On ne peut pas l'effacer de sa mémoire.
invite-lead = Vous préparez un lien. La personne ouvre le lien. Elle entre dans le carnet.
invited-secret = Ce lien est secret. Donnez-le seulement à cette personne.
team-rights-guardian = Cette personne voit tout. Elle peut tout écrire.
me-unconfirmed = Vous pouvez lire. Un autre responsable doit dire oui. Ensuite vous pourrez écrire.
me-over = Votre accès est fini. Demandez à la famille.
