# Ce qui est à faire, en phrases courtes.

due-overdue = En retard
due-procedures = Les papiers à préparer
due-nothing-today = Rien à faire aujourd'hui.
due-settled = Déjà fait ou caché ({count})
due-said-done = C'est fait. C'est noté.
due-said-hidden = Ce n'est plus montré.
reminders-lead = Le carnet vous prévient avant un rendez-vous ou une date importante.
reminders-mail-says = L'e-mail dit juste : quelque chose arrive. Ouvrez le carnet pour voir quoi.
reminders-push-says = Le message s'affiche sur votre appareil. Personne d'autre ne peut le lire.
