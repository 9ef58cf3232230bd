//! Ways in: added, removed, remembered for days without network.

use protocol::account::{
    MailLanguage, NewProof, NewWay, PasskeyCreate, PasskeyOptions, SetEmail, Way, WayKind,
};
use protocol::ids::WayId;
use protocol::permission::Act;
use protocol::session::Wrap;
use protocol::{limits, paths};
use sealing::wrap::WayKey;

use super::records::{KnownRecord, KnownWrap};
use super::{Engine, create};
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::Method;

impl Engine {
    /// Adds a passkey.
    pub(crate) async fn add_passkey(&mut self, label: String) -> Result<(), Trouble> {
        let id = self.inside()?.id;
        let ask = PasskeyCreate {
            account: id,
            name: create::NAMELESS.to_owned(),
        };
        let options: PasskeyOptions = self
            .signed(|talk| {
                let ask = ask.clone();
                async move { talk.send(Method::Post, paths::PASSKEY_CREATE, &ask).await }
            })
            .await?;
        let made = self
            .ports
            .passkeys
            .create(create::shown_as(options.options, &label), id)
            .await?;
        self.stage.busy(Some(Busy::Unlocking));
        let proof = NewProof::Passkey {
            ceremony: options.ceremony,
            credential: made.credential,
        };
        let way = create::new_way(&self.inside()?.root, &WayKey::Prf(&made.prf), proof)?;
        self.add_way(way).await
    }

    /// Sets the name and passphrase.
    pub(crate) async fn set_name(
        &mut self,
        name: String,
        passphrase: String,
    ) -> Result<(), Trouble> {
        let (name, passphrase) = create::read_strong(&name, passphrase)?;
        self.breathe(Busy::Unlocking).await;
        let proof = NewProof::Name {
            lookup: name.lookup_id(),
            token: name.login_token(&passphrase),
        };
        let way = create::new_way(
            &self.inside()?.root,
            &WayKey::Passphrase(&passphrase),
            proof,
        )?;
        self.add_way(way).await
    }

    /// Removes a way in.
    pub(crate) async fn remove_way(&mut self, way: WayId) -> Result<(), Trouble> {
        let permission = self.permit(Act::RemoveWay { way }).await?;
        self.signed(|talk| {
            let permission = permission.clone();
            async move { talk.delete_permitted(&paths::way(way), permission).await }
        })
        .await?;
        self.forget_ways(vec![way]).await?;
        self.refresh_account().await
    }

    /// Sets the address for reminders, and in which language they are written.
    pub(crate) async fn set_email(
        &mut self,
        email: Option<String>,
        language: MailLanguage,
    ) -> Result<(), Trouble> {
        let set = SetEmail { email, language };
        self.signed(|talk| {
            let set = set.clone();
            async move { talk.tell(Method::Put, paths::ACCOUNT_EMAIL, &set).await }
        })
        .await?;
        self.refresh_account().await
    }

    /// Hands a new way in to the server, which lets go of the code or the name before it.
    pub(super) async fn add_way(&mut self, way: NewWay) -> Result<(), Trouble> {
        let permission = self.permit(Act::add(&way)).await?;
        let _added: Way = self
            .signed(|talk| {
                let (way, permission) = (way.clone(), permission.clone());
                async move {
                    talk.send_permitted(Method::Post, paths::WAYS, &way, permission)
                        .await
                }
            })
            .await?;
        if matches!(way.proof, NewProof::Name { .. }) {
            let names = |way: &&Way| way.kind == WayKind::Name;
            let known = self.inside()?.account.ways.iter().filter(names);
            let replaced = known.map(|way| way.id).collect();
            self.forget_ways(replaced).await?;
        }
        self.refresh_account().await
    }

    /// Tells this account's other devices, by its own list, whose wraps to forget.
    async fn forget_ways(&mut self, ways: Vec<WayId>) -> Result<(), Trouble> {
        if ways.is_empty() {
            return Ok(());
        }
        self.change_list(|list| {
            for way in &ways {
                list.remove_way(*way);
            }
        })
        .await
    }

    /// Keeps the wraps of passkeys and the passphrase on this device, so that unlocking works without network. A borrowed
    /// computer keeps nothing.
    ///
    /// A wrap is let go when the account's own signed list says that its way in was removed. That the server does not list
    /// it says nothing: it could make every device forget how to unlock.
    pub(super) async fn remember_wraps(&mut self) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        if inside.borrowed {
            return Ok(());
        }
        let id = inside.id;
        let before = self.known.iter().find(|record| record.account == id);
        let mut wraps: Vec<KnownWrap> = before
            .map(|record| record.wraps.clone())
            .unwrap_or_default();
        wraps.retain(|known| !inside.list.has_removed(known.way));
        let ways = inside.account.ways.iter().filter(|way| {
            let known = wraps.iter().any(|known| known.way == way.id);
            way.kind != WayKind::Code && !known && !inside.list.has_removed(way.id)
        });
        let room = (2 * limits::WAYS).saturating_sub(wraps.len());
        let new: Vec<Way> = ways.take(room.min(limits::WAYS)).cloned().collect();
        for way in new {
            let wrap: Wrap = self
                .signed(|talk| {
                    let path = paths::way(way.id);
                    async move { talk.get(&path).await }
                })
                .await?;
            if wrap.file.len() > limits::WRAP {
                return Err(Trouble::Broken(What::Wrap));
            }
            wraps.push(KnownWrap {
                way: way.id,
                kind: way.kind,
                file: wrap.file,
                credential: way.credential,
            });
        }
        let record = KnownRecord {
            account: id,
            wraps,
            used: now,
        };
        let step = record.step().ok_or(Trouble::Storage)?;
        self.known.retain(|known| known.account != id);
        self.known.insert(0, record);
        self.inside()?
            .shelf
            .write(vec![step])
            .await
            .map_err(|_| Trouble::Storage)
    }
}
