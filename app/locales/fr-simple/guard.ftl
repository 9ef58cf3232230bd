# Décider ensemble, en phrases courtes.
keep-lead = Certaines décisions se prennent à plusieurs. Chaque personne qui garde le carnet doit dire oui.
keep-alone-lead = Personne d'autre ne garde ce carnet. Vous décidez.
keep-copy = Vous pouvez prendre une copie. Vous n'avez pas besoin de demander.
keep-leave-lead = Si vous partez, vous ne lisez plus ce carnet. Il faut une invitation pour revenir.
keep-means-erase = Le carnet se ferme. Tout est détruit après 30 jours. On ne peut pas revenir en arrière.
corners-lead = Un coin privé est à vous. Personne d'autre ne peut l'ouvrir. Vous pouvez y laisser entrer quelqu'un.
corners-person-lead = Ce coin est à vous. Vos parents ne peuvent pas l'ouvrir. Si vous perdez votre compte, personne ne peut le rouvrir.
corners-empty = Vous n'avez pas de coin privé. Vous pouvez y écrire ce que vous ne voulez pas montrer.
keys-lead = Quelqu'un peut ouvrir votre compte ? Faites un nouveau compte. Il remplace l'ancien.
farewell-lead = Vous voulez supprimer votre compte. Regardez d'abord ce que deviennent vos carnets.
keep-means-lost = Cette personne a perdu son ancien compte. Elle a un nouveau compte. L'ancien compte se ferme, sauf s'il ouvre encore le carnet.
keep-spoke-up = Quelqu'un a dit : ce compte est perdu. Vous venez de l'ouvrir. Il n'est pas perdu. Rien ne change.
