//! `/api/reminders`: plans, devices and tries, asked as nobody should; and messages to a push service that says different things.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use protocol::account::{MailLanguage, SetEmail};
use protocol::ids::{DeviceId, PlanId, ReminderId};
use protocol::limits;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::reminder::{Channel, Plan, PlannedReminder, PushDevice, Reminders, TryReminder};
use protocol::time::{DAY, Seconds};
use reqwest::Method;
use tokio::net::TcpListener;

use crate::support::smtp::SmtpServer;
use crate::support::{Answer, Person, TestServer};

const DEVICE: DeviceId = DeviceId::from_bytes([2; 16]);
/// The example key of RFC 8291, section 5.
const POINT: &str =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

/// A push service that counts.
struct Service {
    address: SocketAddr,
    asked: Arc<AtomicUsize>,
    /// The status of its answer; nought if it gives none.
    says: Arc<AtomicU16>,
    headers: Arc<Mutex<Vec<HeaderMap>>>,
}

impl Service {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let service = Self {
            address: listener.local_addr().unwrap(),
            asked: Arc::default(),
            says: Arc::new(AtomicU16::new(201)),
            headers: Arc::default(),
        };
        let (asked, says, kept) = (
            service.asked.clone(),
            service.says.clone(),
            service.headers.clone(),
        );
        let take = move |headers: HeaderMap, _: Bytes| {
            asked.fetch_add(1, Ordering::SeqCst);
            kept.lock().unwrap().push(headers);
            let status = StatusCode::from_u16(says.load(Ordering::SeqCst));
            async move {
                let Ok(status) = status else {
                    return std::future::pending().await;
                };
                (status, [("location", "http://127.0.0.1:1/")])
            }
        };
        let routes = Router::new().fallback(take);
        tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        service
    }

    fn device(&self) -> PushDevice {
        let point = data_encoding::BASE64URL_NOPAD.decode(POINT.as_bytes());
        PushDevice {
            endpoint: format!("http://{}/abc", self.address),
            p256dh: point.unwrap(),
            auth: vec![7; 16],
        }
    }

    async fn has(&self, many: usize) {
        for _ in 0..300 {
            if self.asked.load(Ordering::SeqCst) >= many {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(self.asked.load(Ordering::SeqCst), many);
    }
}

async fn is_told(server: &TestServer, who: &Person, device: &PushDevice) -> Answer {
    let path = paths::reminder_device(DEVICE);
    server.json(Method::PUT, &path, &who.cookie, device).await
}

async fn try_push(server: &TestServer, who: &Person) -> Answer {
    let attempt = TryReminder {
        channel: Channel::Push,
        sealed: b"sealed".to_vec(),
    };
    let path = paths::REMINDER_TRY;
    server.json(Method::POST, path, &who.cookie, &attempt).await
}

async fn kept(server: &TestServer, who: &Person) -> Reminders {
    let answer = server.get(paths::REMINDERS, &who.cookie).await;
    serde_json::from_slice(&answer.is_fine().body).unwrap()
}

#[tokio::test]
async fn a_device_that_is_gone_is_forgotten_and_one_that_is_away_is_tried_again() {
    let service = Service::start().await;
    let server = TestServer::start_with("push = \"anywhere\"\n").await;
    let anne = Person::join(&server, 1).await;
    is_told(&server, &anne, &service.device()).await.is_fine();
    assert_eq!(kept(&server, &anne).await.push.len(), 65);
    try_push(&server, &anne).await.is_fine();
    service.has(1).await;
    {
        let headers = service.headers.lock().unwrap();
        assert_eq!(headers[0]["content-encoding"], "aes128gcm");
        assert!(
            headers[0]["authorization"]
                .to_str()
                .unwrap()
                .starts_with("vapid t=")
        );
        assert!(headers[0].contains_key("ttl") && headers[0].contains_key("topic"));
    }
    // Redirections lead nowhere; the message is tried again.
    service.says.store(307, Ordering::SeqCst);
    server.wait(60);
    try_push(&server, &anne).await.is_fine();
    service.has(2).await;
    service.says.store(201, Ordering::SeqCst);
    server.wait(70);
    service.has(3).await;
    service.says.store(410, Ordering::SeqCst);
    server.wait(60);
    try_push(&server, &anne).await.is_fine();
    service.has(4).await;
    assert!(kept(&server, &anne).await.devices.is_empty());
    server.wait(DAY);
    service.has(4).await;
}

#[tokio::test]
async fn addresses_that_are_no_push_services_are_refused() {
    let service = Service::start().await;
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let fine = PushDevice {
        endpoint: "https://push.example.org/abc".into(),
        ..service.device()
    };
    is_told(&server, &anne, &fine).await.is_fine();
    let near = [
        service.device().endpoint,
        "https://127.0.0.1/".into(),
        "https://localhost/".into(),
        "http://push.example.org/".into(),
        format!("https://push.example.org/{}", "x".repeat(2000)),
        "nonsense".into(),
    ];
    for endpoint in near {
        let device = PushDevice {
            endpoint,
            ..fine.clone()
        };
        let answer = is_told(&server, &anne, &device).await;
        assert_eq!(answer.refusal(), Refusal::Malformed);
    }
    let wrong = [
        PushDevice {
            p256dh: vec![4; 65],
            ..fine.clone()
        },
        PushDevice {
            auth: vec![1; 15],
            ..fine.clone()
        },
    ];
    for device in wrong {
        let answer = is_told(&server, &anne, &device).await;
        assert_eq!(answer.refusal(), Refusal::Malformed);
    }
    for number in 1..limits::DEVICES {
        let path = paths::reminder_device(DeviceId::from_bytes([number as u8 + 100; 16]));
        let answer = server.json(Method::PUT, &path, &anne.cookie, &fine).await;
        answer.is_fine();
    }
    let path = paths::reminder_device(DeviceId::from_bytes([99; 16]));
    let answer = server.json(Method::PUT, &path, &anne.cookie, &fine).await;
    assert_eq!(answer.refusal(), Refusal::Quota);

    let off = TestServer::start_with("push = \"off\"\n").await;
    let bea = Person::join(&off, 2).await;
    assert!(kept(&off, &bea).await.push.is_empty());
    let answer = is_told(&off, &bea, &fine).await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
    assert_eq!(try_push(&off, &bea).await.refusal(), Refusal::NotAllowed);
}

#[tokio::test]
async fn a_plan_has_its_bounds_and_is_its_owners_alone() {
    let server = TestServer::start().await;
    let (anne, bea) = (
        Person::join(&server, 1).await,
        Person::join(&server, 2).await,
    );
    let path = paths::reminder_plan(PlanId::from_bytes([5; 16]));
    let one = PlannedReminder {
        id: ReminderId::from_bytes([1; 16]),
        due: server.now().plus(DAY),
        until: server.now().plus(2 * DAY),
        channel: Channel::Push,
        sealed: vec![1; 100],
        titles: Vec::new(),
    };
    let plan = |reminders| Plan {
        since: server.now(),
        mark: vec![1; 32],
        reminders,
    };
    let set =
        async |who: &Person, plan: &Plan| server.json(Method::PUT, &path, &who.cookie, plan).await;
    set(&anne, &plan(vec![one.clone()])).await.is_fine();
    assert_eq!(kept(&server, &anne).await.plans.len(), 1);
    assert!(kept(&server, &bea).await.plans.is_empty());
    set(&bea, &plan(Vec::new())).await.is_fine();
    assert_eq!(kept(&server, &anne).await.plans.len(), 1);

    let refused = async |change: &dyn Fn(&mut Plan)| {
        let mut plan = plan(vec![one.clone()]);
        change(&mut plan);
        set(&anne, &plan).await.refusal()
    };
    let many = vec![one.clone(); limits::PLAN + 1];
    assert_eq!(
        refused(&|plan| plan.reminders = many.clone()).await,
        Refusal::TooLarge
    );
    assert_eq!(refused(&|plan| plan.mark.clear()).await, Refusal::Malformed);
    let long = vec![1; limits::NOTICE + 1];
    assert_eq!(
        refused(&|plan| plan.reminders[0].sealed = long.clone()).await,
        Refusal::TooLarge
    );
    assert_eq!(
        refused(&|plan| plan.reminders[0].sealed.clear()).await,
        Refusal::Malformed
    );
    assert_eq!(
        refused(&|plan| plan.reminders[0].until = Seconds(1)).await,
        Refusal::BadDate
    );
    // What a mail says in clear is short, and leads nowhere; what a device opens is never in clear.
    let titles = |channel, titles: Vec<String>| {
        move |plan: &mut Plan| {
            plan.reminders[0].channel = channel;
            plan.reminders[0].titles.clone_from(&titles);
        }
    };
    let long = "x".repeat(limits::TITLES.1 + 1);
    for line in [
        "a\r\nBcc: eve@example.org",
        "a\nb",
        "see example.org",
        &long,
        "",
    ] {
        let wrong = titles(Channel::Mail, vec![line.to_owned()]);
        assert_eq!(refused(&wrong).await, Refusal::Malformed, "{line:?}");
    }
    let many = titles(Channel::Mail, vec!["x".to_owned(); limits::TITLES.0 + 1]);
    assert_eq!(refused(&many).await, Refusal::TooLarge);
    let clear = titles(Channel::Push, vec!["x".to_owned()]);
    assert_eq!(refused(&clear).await, Refusal::Malformed);
    let far = server.now().plus(limits::REMINDER + 1);
    let late = |plan: &mut Plan| {
        plan.reminders[0].due = far;
        plan.reminders[0].until = far;
    };
    assert_eq!(refused(&late).await, Refusal::BadDate);
    assert_eq!(kept(&server, &anne).await.plans.len(), 1);
}

#[tokio::test]
async fn a_push_service_that_never_answers_keeps_nobody_waiting() {
    let (silent, fine) = (Service::start().await, Service::start().await);
    silent.says.store(0, Ordering::SeqCst);
    let smtp = SmtpServer::start().await;
    let settings = format!("push = \"anywhere\"\n{}", smtp.settings());
    let server = TestServer::start_with(&settings).await;
    let eve = Person::join(&server, 1).await;
    for number in 1..=limits::DEVICES {
        let path = paths::reminder_device(DeviceId::from_bytes([number as u8; 16]));
        let answer = server
            .json(Method::PUT, &path, &eve.cookie, &silent.device())
            .await;
        answer.is_fine();
    }
    let bea = Person::join(&server, 2).await;
    is_told(&server, &bea, &fine.device()).await.is_fine();
    let set = SetEmail {
        email: Some("bea@example.org".to_owned()),
        language: MailLanguage::French,
    };
    let path = paths::ACCOUNT_EMAIL;
    server
        .json(Method::PUT, path, &bea.cookie, &set)
        .await
        .is_fine();
    let planned = |number: u8, due, channel| PlannedReminder {
        id: ReminderId::from_bytes([number; 16]),
        due,
        until: due,
        channel,
        sealed: if channel == Channel::Push {
            vec![1]
        } else {
            Vec::new()
        },
        titles: Vec::new(),
    };
    let due = server.now().plus(60);
    let path = paths::reminder_plan(PlanId::from_bytes([5; 16]));
    let flood = (1..=100).map(|number| planned(number, due, Channel::Push));
    let late = due.plus(1);
    let hers = [
        planned(1, late, Channel::Push),
        planned(2, late, Channel::Mail),
    ];
    for (who, reminders) in [(&eve, flood.collect()), (&bea, hers.to_vec())] {
        let plan = Plan {
            since: server.now(),
            mark: vec![1; 32],
            reminders,
        };
        server
            .json(Method::PUT, &path, &who.cookie, &plan)
            .await
            .is_fine();
    }
    server.wait(61);
    smtp.has(1).await;
    fine.has(1).await;
    // The very first is still waited for.
    assert!(silent.asked.load(Ordering::SeqCst) <= 1);
}
