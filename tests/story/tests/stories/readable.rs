//! Mails that say what they are about: not before somebody chose it, at no other address, and no more once they chose otherwise.

use std::sync::Arc;
use std::time::Duration;

use api::app::{App, Limits};
use api::post::mailer::Mailer;
use api::post::{Post, worker};
use chrono::{DateTime, Days, NaiveDate};
use domain::Entry;
use domain::entry::Device;
use protocol::account::MailLanguage;
use protocol::time::{DAY, Seconds};
use store::{MailWords, Trouble};
use story::home::Time;
use story::person::identity;
use story::{Home, Person, tell};

use crate::smtp::{Mail, SmtpServer};

/// A word that stands in every entry. What follows it would lead somewhere, or begin a header, if it were taken as it is.
const CANARY: &str = "CANARI-ORTHOPEDIE";

fn checked(on: NaiveDate) -> Entry {
    Entry::Device(Device {
        name: format!("{CANARY}\r\nBcc: eve@example.org www.example.org"),
        next_check: Some(on),
        ..Device::default()
    })
}

/// Nine in the morning of a day from now on.
async fn at_nine(home: &Home, app: &App, days: u64) {
    let now = home.time.now().0;
    let at = (now / DAY + days) * DAY + 9 * 60 * 60 + 1;
    home.time.jump(at - now);
    app.post.ring();
    for _ in 0..200 {
        let now: Seconds = home.time.now();
        let due = home.storage.is_any_due(now, true).await.unwrap();
        if !due && home.storage.reminders_under_way(now).await.unwrap() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        app.post.ring();
    }
    panic!("something due is never sent");
}

fn text(mail: &Mail) -> String {
    mail.text.replace("=\r\n", "").replace("=\n", "")
}

#[test]
fn a_mail_says_what_it_is_about_only_while_somebody_wants_it() {
    tell(async {
        let smtp = SmtpServer::start().await;
        let mailer = Mailer::new(&format!("smtp://{}", smtp.address), "carnet@example.org");
        let post = Post::new(Some(mailer.unwrap()), None);
        let (home, app) = Home::posting(None, Limits::default(), Time::default(), post).await;
        let task = tokio::spawn(worker::run(Arc::clone(&app)));
        let parent = Person::join(&home, "Claire").await;
        let keeper = &parent.keeper;
        assert_eq!(keeper.readable_mails(true).await, Err(Trouble::NotAllowed));
        let email = async |at: &str| {
            let at = Some(format!("{at}@example.org"));
            keeper.set_email(at, MailLanguage::French).await.unwrap();
        };
        email("claire").await;
        keeper
            .create_carnet(identity("Théo"), "Parent".into())
            .await
            .unwrap();
        let now = i64::try_from(home.time.now().0).unwrap();
        let today = DateTime::from_timestamp(now, 0).unwrap().date_naive();
        for days in [10, 30, 50] {
            parent.put(checked(today + Days::new(days))).await;
        }

        // By itself no word leaves the device.
        let mut sent = 0;
        let mut come = async |days: u64| -> Mail {
            at_nine(&home, &app, days).await;
            sent += 1;
            smtp.has(sent).await.pop().unwrap()
        };
        let mail = come(3).await;
        assert!(text(&mail).contains("Quelque chose approche"), "{mail:?}");
        assert!(!mail.text.contains("CANARI"));
        let said = parent.line.traffic();
        assert!(!said.windows(6).any(|bytes| bytes == b"CANARI"));
        assert_eq!(keeper.reminders().await.unwrap().words, MailWords::Off);

        // Chosen: what waits already says it, under the same subject, in one line that leads nowhere; not whose carnet it is.
        keeper.readable_mails(true).await.unwrap();
        assert_eq!(keeper.reminders().await.unwrap().words, MailWords::Here);
        let open = come(7).await;
        let told = text(&open);
        assert!(told.contains(CANARY), "{told}");
        assert!(!told.contains("Th=C3=A9o") && !told.contains("Martin"));
        assert!(!told.contains("eve@") && !told.contains("www.example"));
        assert!(!told.lines().any(|line| line.starts_with("Bcc")));
        assert_eq!(open.to, ["claire@example.org"]);
        let subject = |mail: &Mail| {
            let line = mail.text.lines().find(|line| line.starts_with("Subject:"));
            line.unwrap().to_owned()
        };
        assert_eq!(subject(&mail), subject(&open));

        // A new device, which a server could hand an older list, hands nothing over, and does not take away what another one did.
        let tablet = Person {
            name: parent.name.clone(),
            ..Person::new(&home, "Claire")
        };
        tablet.sign_in().await.unwrap();
        tablet.keeper.open_carnet(parent.view().id).await.unwrap();
        tablet.keeper.sync().await.unwrap();
        let elsewhere = tablet.keeper.reminders().await.unwrap();
        assert_eq!(elsewhere.words, MailWords::Elsewhere);
        let wanted = elsewhere.preferences;
        tablet.keeper.set_reminders(wanted).await.unwrap();
        let said = tablet.line.traffic();
        assert!(!said.windows(6).any(|bytes| bytes == b"CANARI"));
        tablet.keeper.readable_mails(true).await.unwrap();
        let said = tablet.line.traffic();
        assert!(said.windows(6).any(|bytes| bytes == b"CANARI"));

        // Taken back: those that wait say nothing any more.
        keeper.readable_mails(false).await.unwrap();
        let mail = come(13).await;
        assert!(!mail.text.contains("CANARI") && text(&mail).contains("Quelque chose approche"));

        // Another address: off, on either side, until it is chosen for that one.
        keeper.readable_mails(true).await.unwrap();
        email("autre").await;
        assert_eq!(keeper.reminders().await.unwrap().words, MailWords::Off);
        keeper.sync().await.unwrap();
        let mail = come(7).await;
        assert_eq!(mail.to, ["autre@example.org"]);
        assert!(!mail.text.contains("CANARI"));
        keeper.readable_mails(true).await.unwrap();
        assert!(text(&come(13).await).contains(CANARY));

        // The form of the settings keeps the choice as it is.
        let wanted = keeper.reminders().await.unwrap().preferences;
        let blank = domain::reminders::Preferences {
            readable_at: String::new(),
            ..wanted
        };
        keeper.set_reminders(blank).await.unwrap();
        assert_eq!(keeper.reminders().await.unwrap().words, MailWords::Here);
        task.abort();
    });
}
