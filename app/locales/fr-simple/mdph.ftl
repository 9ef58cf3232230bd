# Le dossier pour la MDPH, en phrases courtes.

mdph-lead = Une question à la fois. Vous pouvez vous arrêter. Rien n'est perdu.
mdph-empty = Ici, vous préparez le dossier pour la MDPH. La MDPH aide les personnes handicapées. Les questions sont simples.
mdph-empty-example = Le carnet sait déjà des choses. Il vous les propose.
mdph-again-lead = Votre dernier dossier est parti. Vous pouvez en préparer un autre. Vos réponses sont gardées.
mdph-next = Continuer
mdph-back = Revenir
mdph-pause = Arrêter
mdph-kept-as-you-go = Votre réponse est gardée.
mdph-voice-record = Parler
mdph-voice-stop = J'ai fini de parler
mdph-voice-going = Vous pouvez parler.
mdph-voice-refused = Le micro est fermé. Demandez de l'aide pour l'ouvrir. Vous pouvez aussi écrire.
mdph-not-concerned = Cette question n'est pas pour nous
mdph-review-lead = Lisez tout. Puis imprimez.
mdph-send-means = Notez le jour où le dossier est parti.
letters-lead = Des lettres déjà préparées. Vous les complétez. Le carnet dit à qui les envoyer.
