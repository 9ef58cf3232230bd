//! This device, and the account's others: who is told.

use domain::reminders::Preferences;
use protocol::ids::DeviceId;
use protocol::paths;
use protocol::reminder::PushDevice;

use super::super::{Engine, make_random, records};
use crate::shelf::{Step, names};
use crate::trouble::Trouble;
use crate::wire::Method;

impl Engine {
    /// Has this device told from now on. The person has been asked by the browser before.
    pub(crate) async fn remind_here(&mut self) -> Result<(), Trouble> {
        if self.inside()?.borrowed {
            return Err(Trouble::NotAllowed);
        }
        let server = self.known_reminders().await?.push.clone();
        if server.is_empty() {
            return Err(Trouble::NotAllowed);
        }
        let address = self.ports.notices.subscribe(&server).await?;
        self.keep_notice_key().await?;
        let device = match self.device_here().await? {
            Some(device) => device,
            None => DeviceId::from_bytes(make_random()?),
        };
        self.tell_device(device, &address).await?;
        let inside = self.inside_mut()?;
        let name = names::device(inside.id);
        let step = records::seal(inside.root.shelf(), name, device.as_bytes());
        let kept = inside.shelf.write(vec![step]).await;
        kept.map_err(|_| Trouble::Storage)?;
        self.inside_mut()?.reminding.here = Some(Some(device));
        self.ask_for_reminders().await?;
        self.plan_all().await
    }

    /// Takes a device out: it is told nothing any more, and gets no key of what others are told.
    pub(crate) async fn forget_reminded(&mut self, device: DeviceId) -> Result<(), Trouble> {
        let here = self.device_here().await? == Some(device);
        self.signed(|talk| {
            let path = paths::reminder_device(device);
            async move { talk.delete(&path).await }
        })
        .await?;
        let account = self.inside()?.id;
        if here {
            self.ports.notices.forget(account).await;
            let inside = self.inside_mut()?;
            inside.reminding.here = Some(None);
            let step = Step::Drop(names::device(account));
            let dropped = inside.shelf.write(vec![step]).await;
            dropped.map_err(|_| Trouble::Storage)?;
        }
        self.change_list(|list| {
            let before = list.reminders.clone().unwrap_or_default();
            list.reminders = Some(Preferences {
                generation: before.generation.saturating_add(1),
                ..before
            });
        })
        .await?;
        self.ask_for_reminders().await?;
        if self.device_here().await?.is_some() {
            self.keep_notice_key().await?;
        }
        self.plan_all().await
    }

    /// Looks after this device: a push service may have given it another address, another device may have made a new key.
    pub(in crate::engine) async fn tend_device(&mut self) -> Result<(), Trouble> {
        let Some(device) = self.device_here().await? else {
            return Ok(());
        };
        self.keep_notice_key().await?;
        let known = self.known_reminders().await?;
        let (listed, server) = (
            known.devices.iter().any(|kept| kept.device == device),
            known.push.clone(),
        );
        if listed || server.is_empty() {
            return Ok(());
        }
        // It was forgotten by the server, because its address was none any more: it is told under the present one.
        let Some(address) = self.ports.notices.subscription().await else {
            return Ok(());
        };
        self.tell_device(device, &address).await?;
        self.ask_for_reminders().await
    }

    /// This device's id, if it is told.
    pub(in crate::engine) async fn device_here(&mut self) -> Result<Option<DeviceId>, Trouble> {
        let inside = self.inside()?;
        if let Some(known) = inside.reminding.here {
            return Ok(known);
        }
        let name = names::device(inside.id);
        let kept = records::open(&*inside.shelf, inside.root.shelf(), &name).await;
        let device = kept.and_then(|bytes| DeviceId::from_slice(&bytes).ok());
        self.inside_mut()?.reminding.here = Some(device);
        Ok(device)
    }

    async fn tell_device(&mut self, device: DeviceId, address: &PushDevice) -> Result<(), Trouble> {
        self.signed(|talk| {
            let (path, address) = (paths::reminder_device(device), address.clone());
            async move { talk.tell(Method::Put, &path, &address).await }
        })
        .await?;
        Ok(())
    }

    /// Puts the present key into this device's store of keys.
    async fn keep_notice_key(&mut self) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let wanted = inside.list.reminders.clone().unwrap_or_default();
        let key = inside.root.own().notices(inside.id, wanted.generation);
        self.ports
            .notices
            .keep_key(
                inside.id,
                wanted.generation,
                key.for_this_device(),
                &wanted.lang,
            )
            .await
    }
}
