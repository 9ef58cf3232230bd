deposit-links-lead = Vous pouvez donner un lien. Avec ce lien, un soignant vous envoie un papier ou une vidéo. Il ne lit pas votre carnet.
deposit-links-how = Scannez ce code avec un téléphone. Vous n'avez rien à installer.
deposit-stay = Laissez cette page ouverte. Si elle se ferme, ouvrez le lien et choisissez le même fichier.
deposit-offline = Pas de réseau. L'envoi reprend tout seul.
compare-how = Mettez les deux vidéos au même moment. Puis appuyez sur « Commencer ici ».
