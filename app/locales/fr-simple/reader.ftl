trouble-link-over = Ce lien ne marche plus : la date est passée.
trouble-link-over-means = Demandez un nouveau lien à la famille.
trouble-link-closed = La famille a fermé ce lien.
trouble-link-closed-means = Demandez un nouveau lien à la famille.
trouble-link-used = Cette invitation a déjà servi.
trouble-link-used-means = Une invitation marche pour une seule personne.
