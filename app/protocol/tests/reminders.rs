//! The messages about reminders, as they were first spoken.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use protocol::ids::{DeviceId, PlanId, ReminderId};
use protocol::reminder::*;
use protocol::time::Seconds;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn told<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) -> String {
    let text = serde_json::to_string_pretty(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value);
    text
}

fn planned(channel: Channel, sealed: Vec<u8>) -> PlannedReminder {
    PlannedReminder {
        id: ReminderId::from_bytes([1; 16]),
        due: Seconds(10),
        until: Seconds(20),
        channel,
        sealed,
        titles: Vec::new(),
    }
}

#[test]
fn a_plan_and_one_to_try() {
    insta::assert_snapshot!(
        "plan",
        told(&Plan {
            since: Seconds(1),
            mark: vec![7; 32],
            reminders: vec![
                planned(Channel::Mail, Vec::new()),
                planned(Channel::Push, vec![1, 2, 3]),
            ],
        })
    );
    insta::assert_snapshot!(
        "try_reminder",
        told(&TryReminder {
            channel: Channel::Push,
            sealed: vec![1, 2, 3],
        })
    );
}

#[test]
fn what_mails_say_once_somebody_chose_it() {
    insta::assert_snapshot!("readable_mails", told(&ReadableMails { readable: true }));
    let mail = PlannedReminder {
        titles: vec!["Contrôle\u{a0}: Orthèse de marche, demain".into()],
        ..planned(Channel::Mail, Vec::new())
    };
    insta::assert_snapshot!("readable_reminder", told(&mail));
}

#[test]
fn a_device_whose_address_is_not_shown() {
    let device = PushDevice {
        endpoint: "https://push.example.org/abc".into(),
        p256dh: vec![4; 65],
        auth: vec![5; 16],
    };
    insta::assert_snapshot!("push_device", told(&device));
    assert!(!format!("{device:?}").contains("abc"));
}

#[test]
fn what_is_kept() {
    let texts = [
        ReminderText::CardOpened,
        ReminderText::ConfirmSheet,
        ReminderText::Due,
        ReminderText::Late,
        ReminderText::Try,
    ];
    let kept = |text| KeptReminder {
        id: ReminderId::from_bytes([2; 16]),
        reminder: Reminder {
            due: Seconds(30),
            channel: Channel::Mail,
            text,
        },
    };
    insta::assert_snapshot!(
        "kept_reminders",
        told(&Reminders {
            mail: true,
            push: vec![4; 65],
            readable: false,
            reminders: texts.into_iter().map(kept).collect(),
            plans: vec![KeptPlan {
                plan: PlanId::from_bytes([3; 16]),
                mark: vec![7; 32],
            }],
            devices: vec![KeptDevice {
                device: DeviceId::from_bytes([4; 16]),
                added: Seconds(40),
            }],
        })
    );
}
