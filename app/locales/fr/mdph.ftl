# Le dossier pour la MDPH, les courriers, et ce qu'on imprime.

title-mdph = Dossier MDPH
title-mdph-write = Une question du dossier MDPH
title-mdph-review = Relire le dossier MDPH
title-letters = Courriers
title-letter = Un courrier
title-new-letter = Nouveau courrier

# Les parties
mdph-lead = Une question à la fois, avec vos mots. Vous pouvez vous arrêter quand vous voulez : tout est gardé.
mdph-empty = Préparez ici le dossier pour la MDPH, la maison départementale des personnes handicapées : les questions sont simples, et le carnet propose ce qu'il sait déjà.
  La fois suivante, vos réponses seront encore là.
mdph-empty-example = Par exemple : les habitudes de repas que vous avez déjà écrites viennent d'un geste dans la question « Manger et boire ».
mdph-begin = Commencer le dossier
mdph-again-lead = Votre dernier dossier est parti. Le prochain commence avec vos réponses : il ne reste qu'à changer ce qui a changé.
mdph-begin-again = Préparer une nouvelle demande
mdph-begun = Commencé le {day}.
mdph-go-on = Continuer
mdph-read-over = Relire, imprimer, télécharger
mdph-rename = Nommer ce dossier
mdph-title = De quoi s'agit-il ?
mdph-title-hint = En quelques mots : « renouvellement de l'AEEH », « passage au collège ».
mdph-far = {answered} sur {asked}
mdph-questions = Les questions
mdph-answered = répondu
mdph-waits = sans réponse
mdph-not-yet = Ce qui ne vous concerne pas encore
mdph-source = Source : {from}. Regardée le {on}.
mdph-earlier = Les demandes d'avant
mdph-sent-on = Envoyé le {day}.
mdph-for = Pour la démarche :

# Ce qui a changé
mdph-changed = Ce qui a changé depuis la dernière demande
mdph-changed-one = Une réponse est différente.
mdph-changed-many = {count} réponses sont différentes.
mdph-then = La dernière fois
mdph-now = Maintenant
mdph-no-answer = Pas de réponse.
mdph-not-concerned = Cette question ne nous concerne pas
mdph-voices = Voix enregistrée : {count}

# Une question
mdph-where = {part} · question {number} sur {of}
mdph-in-your-words = Avec vos mots
mdph-next = Enregistrer et continuer
mdph-next-review = Enregistrer et relire
mdph-back = Précédente
mdph-pause = S'arrêter là
mdph-kept-as-you-go = Votre réponse est gardée quand vous passez à une autre question ou que vous vous arrêtez.
mdph-to-parts = Toutes les parties
mdph-not-now = Cette question ne peut pas être remplie maintenant : il n'y a pas de dossier en cours, ou vous pouvez seulement le lire.
mdph-too-long = C'est trop long pour tenir dans le carnet. Raccourcissez un peu : le reste peut être joint comme document.
mdph-knows = Ce que le carnet sait déjà
mdph-knows-more = Voir {count} autres choses
mdph-knows-one-more = Voir une autre chose
mdph-from = {what}, par {by}
mdph-take = Reprendre dans la réponse
mdph-taken = Repris
mdph-to-read = À relire avant de répondre.
mdph-last-time = La dernière demande
mdph-same = Votre réponse est la même.
mdph-put-back = Reprendre cette réponse
mdph-no-such-paper = Aucun document de cette sorte n'est encore dans le carnet.
mdph-other-papers = Choisir parmi les autres documents

# La voix
mdph-voice = Répondre en parlant
mdph-voice-or = Répondez en parlant, ou écrivez plus bas.
mdph-voice-record = Enregistrer ma voix
mdph-voice-stop = Arrêter l'enregistrement
mdph-voice-asking = Votre navigateur vous demande si le carnet peut utiliser le micro.
mdph-voice-going = L'enregistrement a commencé. Parlez.
mdph-voice-time = {now} sur {longest}
mdph-voice-enough = Cinq enregistrements au plus : retirez-en un pour recommencer.
mdph-voice-refused = Le micro est resté fermé. Pour l'ouvrir, touchez le cadenas à côté de l'adresse, autorisez le micro, puis recommencez. Vous pouvez aussi écrire.
mdph-voice-none = Aucun micro ne répond sur cet appareil. Branchez-en un, ou écrivez votre réponse.
mdph-voice-unable = Ce navigateur n'a pas pu enregistrer. Écrivez votre réponse, ou essayez avec un autre navigateur.
mdph-voice-hear = Écouter
mdph-voice-number = Enregistrement {number}
mdph-voice-file = voix-{number}
mdph-voice-first = Votre voix n'est pas encore gardée. Arrêtez l'enregistrement, attendez qu'il apparaisse dans la liste, puis continuez.

# Relire et envoyer
mdph-review-lead = Relisez comme si vous ne connaissiez pas la personne. Puis imprimez, ou téléchargez le tout avec les papiers joints.
mdph-missing = Il manque encore, pour que le dossier soit complet :
mdph-language = Langue du dossier
mdph-language-hint = La MDPH lit le français.
mdph-send-title = Il est parti ?
mdph-send-means = Notez le jour : les délais comptent à partir de là. Le dossier sera gardé tel quel, et servira de départ pour la prochaine demande.
mdph-send-day = Jour de l'envoi ou du dépôt
mdph-send = Noter l'envoi
mdph-sent-kept = C'est noté. Gardez aussi la preuve de dépôt parmi vos documents.

# Un document à prendre
paper-label = Aperçu : {title}
paper-print = Imprimer
paper-pdf = Télécharger en PDF
paper-zip = Tout télécharger, avec {count} pièces
paper-zip-one = Tout télécharger, avec 1 pièce
paper-pdf-done = Le PDF est prêt. Il n'est pas chiffré : gardez-le en lieu sûr.
paper-zip-done = Le dossier complet est prêt. Il n'est pas chiffré : gardez-le en lieu sûr.
paper-missing = Le PDF ne sait pas écrire ces signes : {signs}. Un point d'interrogation les remplace. L'impression, elle, les garde.
paper-gaps = {count} fichier(s) n'ont pas pu être pris en entier. Un texte dans le téléchargement dit lesquels.

# Courriers
letters-lead = Des lettres prêtes à compléter, pour demander, contester, garder une trace. Chacune dit à qui l'envoyer et comment.
letters-written = Vos lettres
letters-templates = Écrire une lettre
letter-to = À qui
letter-means = Comment l'envoyer
letter-join = À joindre
letter-time = Le temps que vous avez
letter-fill-hint = Répondez à ce que vous savez. Le reste apparaîtra entre crochets dans la lettre, et vous pourrez tout changer.
letter-heads = L'en-tête
letter-recipient = Adresse de qui reçoit
letter-recipient-hint = Le nom du service et son adresse, sur plusieurs lignes.
letter-sender = Qui écrit
letter-sender-hint = Votre nom, votre adresse, votre téléphone.
letter-sender-is = C'est {name} qui écrit
letter-place = Fait à
letter-write = Écrire la lettre
letter-text = La lettre
letter-change = Changer la lettre, ajouter une preuve
letter-brackets = Il reste des choses à compléter, entre crochets.
letter-about = Cette lettre concerne
letter-about-none = Aucune démarche en particulier
letter-about-hint = Le carnet connaît ses dates, ses droits et son adresse. La lettre sera gardée parmi ses preuves.
letter-for = Pour la démarche :
letter-send-title = Elle est partie ?
letter-send-why = Notez le jour et le moyen : en cas de désaccord, c'est votre preuve.
letter-send-day = Jour de l'envoi ou de la remise
letter-send = Noter l'envoi
letter-went = Comment est-elle partie ?
letter-complete = Compléter la lettre
letter-sent-kept = C'est noté. Gardez aussi le récépissé, en photo.
letter-prove-title = La garder comme preuve
letter-prove-why = Choisissez la démarche : la lettre apparaîtra parmi ses appels et courriers.
letter-prove = Ajouter aux preuves
letter-proven = Gardée comme preuve dans la démarche :
letter-proof-hint = Photographiez le récépissé, l'accusé de réception ou la copie signée.
letter-sent-on = Envoyée le {day}.
letter-dated = Écrite le {day}, pas encore envoyée.
letter-guide = À qui, comment, avec quoi, jusqu'à quand
