# Liens, lecture, journal, cahier de liaison, comptes rendus

trouble-link-over = Ce lien est arrivé à sa fin.
trouble-link-over-means = Il ne fonctionnait que jusqu'à une date choisie par la famille. Demandez-lui un nouveau lien si vous en avez encore besoin.
trouble-link-closed = Ce lien a été fermé.
trouble-link-closed-means = La famille l'a fermé, il n'ouvre plus rien. Demandez-lui un nouveau lien si vous en avez encore besoin.
trouble-link-used = Cette invitation a déjà servi.
trouble-link-used-means = Une invitation ne fait entrer qu'une personne. Si c'était vous, ouvrez le carnet depuis votre compte ; sinon, prévenez la famille.
