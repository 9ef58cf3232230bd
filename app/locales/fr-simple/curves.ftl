# Les courbes en phrases courtes.

curves-lead = Voici les mesures, année après année. Elles sont montrées comme vous les avez notées.
curves-hint = Touchez un point pour le lire. Glissez le doigt pour changer d'année.
curves-about-percentiles = Les bandes comparent avec les autres enfants du même âge. Au milieu : le 50e centile.
