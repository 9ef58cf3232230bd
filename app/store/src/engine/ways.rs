//! Ways in: added, removed, remembered for days without network.

use protocol::account::{
    MailLanguage, NewProof, NewWay, PasskeyCreate, PasskeyOptions, SetEmail, Way, WayKind,
};
use protocol::ids::WayId;
use protocol::paths;
use protocol::session::Wrap;
use sealing::wrap::WayKey;

use super::records::{KnownRecord, KnownWrap};
use super::{Engine, create};
use crate::scene::Busy;
use crate::trouble::Trouble;
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
        self.signed(|talk| async move { talk.delete(&paths::way(way)).await })
            .await?;
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

    /// Hands a new way in to the server.
    pub(super) async fn add_way(&mut self, way: NewWay) -> Result<(), Trouble> {
        let _added: Way = self
            .signed(|talk| {
                let way = way.clone();
                async move { talk.send(Method::Post, paths::WAYS, &way).await }
            })
            .await?;
        self.refresh_account().await
    }

    /// Keeps the wraps of passkeys and the passphrase on this device, so that unlocking works without network. A borrowed
    /// computer keeps nothing.
    pub(super) async fn remember_wraps(&mut self) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        if inside.borrowed {
            return Ok(());
        }
        let id = inside.id;
        let before = self
            .known
            .iter()
            .find(|record| record.account == id)
            .cloned();
        let before = before.map(|record| record.wraps).unwrap_or_default();
        let ways = inside.account.ways.clone();
        let mut wraps: Vec<KnownWrap> = Vec::new();
        for way in ways.into_iter().filter(|way| way.kind != WayKind::Code) {
            if let Some(known) = before.iter().find(|known| known.way == way.id) {
                wraps.push(known.clone());
                continue;
            }
            let wrap: Wrap = self
                .signed(|talk| {
                    let path = paths::way(way.id);
                    async move { talk.get(&path).await }
                })
                .await?;
            wraps.push(KnownWrap {
                way: way.id,
                kind: way.kind,
                file: wrap.file,
                credential: way.credential,
            });
        }
        // No account is without ways in. A server that says so must not make this device forget how to unlock.
        if wraps.is_empty() {
            wraps = before;
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
