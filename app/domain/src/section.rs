//! The sections of a carnet: what can be granted apart.

use crate::term::terms;

terms! {
    /// Where an entry lives, for ever from its first writing.
    Section {
        Urgent "urgent" "Urgence" "Emergency";
        Health "health" "Santé" "Health";
        Daily "daily" "Vie quotidienne" "Daily life";
        School "school" "École et apprentissages" "School and learning";
        Procedures "procedures" "Démarches" "Procedures";
        Agenda "agenda" "Agenda" "Agenda";
        Notebook "notebook" "Cahier de liaison" "Notebook";
        Team "team" "Identité et équipe" "Identity and team";
        Inbox "inbox" "Dépôts reçus" "Inbox";
    }
}
