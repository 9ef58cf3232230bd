//! A calendar program reads what a parent lets it read, and nothing else, until it may no longer.

use std::cell::RefCell;
use std::rc::Rc;

use api::app::Limits;
use chrono::{Days, NaiveDate};
use domain::entry::{Appointment, Series};
use domain::lists::Day;
use domain::{Entry, Lang, Section};
use protocol::account::{Account, SignedList};
use store::wire::{Method, Request, Response, Wire};
use store::{Access, Act, JournalAsked, JournalView, NewRight, Role, SectionId, Trouble};
use story::line::Weather;
use story::{Home, Person, tell};

fn today(home: &Home) -> NaiveDate {
    let seconds = i64::try_from(home.time.now().0).unwrap();
    chrono::DateTime::from_timestamp(seconds, 0)
        .unwrap()
        .date_naive()
}

fn appointment(day: NaiveDate, title: &str) -> Entry {
    Entry::Appointment(Appointment {
        title: title.into(),
        day: Some(day),
        time: "08:30".into(),
        place: "lieu-canari".into(),
        note: "note-canari".into(),
        ..Appointment::default()
    })
}

/// As a program that knows nothing but the address.
async fn read(home: &Home, address: &str) -> Response {
    let stranger = Person::new(home, "Programme");
    let path = address.split_once("/calendar/").unwrap().1;
    let request = Request {
        method: Method::Get,
        path: format!("/calendar/{path}"),
        headers: Vec::new(),
        body: None,
    };
    stranger.line.call(request).await.unwrap()
}

async fn text(home: &Home, address: &str) -> String {
    let answer = read(home, address).await;
    assert_eq!(answer.status, 200);
    String::from_utf8(answer.body).unwrap()
}

/// What the journal says of programs that read an address.
async fn fetches(parent: &Person) -> Vec<JournalView> {
    for _ in 0..100 {
        let asked = JournalAsked::default();
        let mut lines = parent.keeper.journal(asked).await.unwrap();
        lines.retain(|line| line.act == Act::Subscribed);
        if !lines.is_empty() {
            return lines;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Vec::new()
}

#[test]
fn off_until_switched_on_then_times_then_titles_then_closed_for_good() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, Limits::default()).await;
            let (parent, _) = Person::parent(&home).await;
            let soon = today(&home) + Days::new(9);
            let id = parent.put(appointment(soon, "titre-canari")).await;
            parent.keeper.sync().await.unwrap();
            assert_eq!(parent.keeper.calendar().await, Ok(None));
            let said = parent.line.traffic();
            assert!(
                !contains(&said, b"BEGIN:VCALENDAR"),
                "nothing leaves by itself"
            );

            parent.keeper.calendar_open(false, Lang::Fr).await.unwrap();
            let view = parent.keeper.calendar().await.unwrap().unwrap();
            assert!(view.updated.is_some() && view.fetched.is_none() && !view.titles);
            let busy = text(&home, &view.address).await;
            assert!(busy.contains("SUMMARY:Occupé"));
            assert!(busy.contains(&format!("{}T083000", soon.format("%Y%m%d"))));
            for hidden in [
                "titre-canari",
                "lieu-canari",
                "note-canari",
                "Léo",
                &id.to_string(),
            ] {
                assert!(!busy.contains(hidden), "{hidden}");
            }

            // Read in English from now on, it is written in English, under the same address.
            parent.keeper.calendar_speaks(Lang::En).await.unwrap();
            assert!(text(&home, &view.address).await.contains("SUMMARY:Busy"));
            parent.keeper.calendar_speaks(Lang::Fr).await.unwrap();

            // Titles, if told so: the address stays. What changes is written out by itself.
            parent.keeper.calendar_open(true, Lang::Fr).await.unwrap();
            let same = parent.keeper.calendar().await.unwrap().unwrap();
            assert_eq!(same.address, view.address);
            assert!(same.titles && same.fetched.is_some());
            parent.put(sessions(soon)).await;
            parent.keeper.sync().await.unwrap();
            let titles = text(&home, &view.address).await;
            assert!(
                titles.contains("SUMMARY:titre-canari") && titles.contains("SUMMARY:kine-canari")
            );
            assert!(titles.contains("RRULE:FREQ=WEEKLY"));
            assert!(!titles.contains("lieu-canari") && !titles.contains("note-canari"));

            // The journal says whose address was read, and what stands under it.
            let fetched = fetches(&parent).await;
            assert_eq!(fetched.len(), 1, "once in an hour");
            assert_eq!(fetched[0].member, parent.view().me);
            assert_eq!(fetched[0].sections, [Section::Agenda]);

            // Nothing changed: nothing is sent.
            parent.line.count_anew();
            parent.keeper.sync().await.unwrap();
            assert_eq!(parent.line.count(Method::Put, "/calendar"), 0);

            // The choice is the account's: another device knows it, and goes on with times alone until titles are chosen there.
            let device = parent.elsewhere(&home);
            device.sign_in().await.unwrap();
            device.keeper.open_carnet(parent.view().id).await.unwrap();
            let there = device.keeper.calendar().await.unwrap().unwrap();
            assert_eq!(there.address, view.address);
            assert!(there.titles && !there.chosen_here);
            assert!(text(&home, &view.address).await.contains("SUMMARY:Occupé"));
            device.keeper.calendar_open(true, Lang::Fr).await.unwrap();
            let there = device.keeper.calendar().await.unwrap().unwrap();
            assert!(there.address == view.address && there.chosen_here);
            let again = text(&home, &view.address).await;
            assert!(again.contains("SUMMARY:titre-canari"));

            parent.keeper.calendar_close().await.unwrap();
            assert_eq!(parent.keeper.calendar().await, Ok(None));
            let closed = read(&home, &view.address).await;
            let unknown = read(
                &home,
                "http://localhost/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
            )
            .await;
            assert_eq!((closed.status, &closed.body), (404, &unknown.body));
            // The other device must not open it again by itself.
            device.keeper.refresh_account().await.unwrap();
            device.keeper.sync().await.unwrap();
            assert_eq!(read(&home, &view.address).await.status, 404);
            // A new one has a new address.
            parent.keeper.calendar_open(false, Lang::Fr).await.unwrap();
            let anew = parent.keeper.calendar().await.unwrap().unwrap();
            assert_ne!(anew.address, view.address);
        }
    });
}

fn sessions(from: NaiveDate) -> Entry {
    Entry::Series(Series {
        title: "kine-canari".into(),
        days: vec![Day::of(from)],
        from: Some(from),
        time: "16:00".into(),
        ..Series::default()
    })
}

#[test]
fn a_helper_tells_times_alone_and_nothing_once_the_right_is_gone() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, Limits::default()).await;
            let (parent, carnet) = Person::parent(&home).await;
            parent
                .put(appointment(today(&home) + Days::new(3), "titre-canari"))
                .await;
            let physio = Person::join(&home, "Karim").await;
            let keys = physio.keeper.my_keys().await.unwrap();
            let right = |section| NewRight {
                section,
                access: Access::Read,
                until: Some(home.time.now().plus(30 * 24 * 60 * 60)),
            };
            let rights = vec![right(SectionId::AGENDA), right(SectionId::TEAM)];
            let admitted = parent
                .keeper
                .admit(keys, Role::Professional, "Karim".into(), rights);
            admitted.await.unwrap();
            physio.keeper.refresh_account().await.unwrap();
            physio.keeper.accept_carnet(carnet).await.unwrap();
            physio.keeper.open_carnet(carnet).await.unwrap();
            assert_eq!(
                physio.keeper.calendar_open(true, Lang::Fr).await,
                Err(Trouble::NotAllowed)
            );
            physio.keeper.calendar_open(false, Lang::Fr).await.unwrap();
            let address = physio.keeper.calendar().await.unwrap().unwrap().address;
            assert!(text(&home, &address).await.contains("SUMMARY:Occupé"));

            // The right ends: at once, whatever anybody's device does.
            home.time.jump(31 * 24 * 60 * 60);
            assert_eq!(read(&home, &address).await.status, 404);
        }
    });
}

#[test]
fn it_goes_with_its_member() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        parent
            .put(appointment(today(&home) + Days::new(3), "titre-canari"))
            .await;
        let aunt = Person::join(&home, "Nadia").await;
        let keys = aunt.keeper.my_keys().await.unwrap();
        let right = NewRight {
            section: SectionId::AGENDA,
            access: Access::Read,
            until: None,
        };
        parent
            .keeper
            .admit(keys, Role::Relative, "Nadia".into(), vec![right])
            .await
            .unwrap();
        aunt.keeper.refresh_account().await.unwrap();
        aunt.keeper.accept_carnet(carnet).await.unwrap();
        aunt.keeper.open_carnet(carnet).await.unwrap();
        aunt.keeper.calendar_open(false, Lang::Fr).await.unwrap();
        let address = aunt.keeper.calendar().await.unwrap().unwrap().address;
        assert_eq!(read(&home, &address).await.status, 200);
        let me = aunt.view().me;
        parent.keeper.revoke(me).await.unwrap();
        assert_eq!(read(&home, &address).await.status, 404);
        // The text itself is gone from what the server would serve.
        assert!(home.storage.calendar(carnet, me).await.unwrap().is_none());
    });
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

#[test]
fn titles_that_were_taken_back_do_not_come_back_through_a_new_device() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let soon = today(&home) + Days::new(9);
        parent.put(appointment(soon, "titre-canari")).await;
        parent.keeper.calendar_open(true, Lang::Fr).await.unwrap();
        // The account's list as it was then.
        let old: Rc<RefCell<Option<SignedList>>> = Rc::default();
        let kept = old.clone();
        let is_account = |request: &Request| {
            request.method == Method::Get && request.path.ends_with("/api/account")
        };
        parent.line.hostile(move |request, response| {
            if is_account(request) {
                let account: Account = serde_json::from_slice(&response.body).unwrap();
                kept.replace(Some(account.list));
            }
            response
        });
        parent.keeper.refresh_account().await.unwrap();
        parent.line.set(Weather::Fair);
        parent.keeper.calendar_open(false, Lang::Fr).await.unwrap();

        let device = parent.elsewhere(&home);
        device.line.hostile(move |request, mut response| {
            if is_account(request)
                && let Ok(mut account) = serde_json::from_slice::<Account>(&response.body)
                && let Some(old) = &*old.borrow()
            {
                account.list = old.clone();
                response.body = serde_json::to_vec(&account).unwrap();
            }
            response
        });
        device.sign_in().await.unwrap();
        device.keeper.open_carnet(carnet).await.unwrap();
        let believed = device.keeper.calendar().await.unwrap().unwrap();
        assert!(believed.titles, "it cannot know better");
        let said = device.line.traffic();
        assert!(contains(&said, "SUMMARY:Occupé".as_bytes()));
        assert!(!contains(&said, b"titre-canari"));
    });
}
