//! What an account's devices show as reminders, sealed so that nobody on the way reads it: neither the server nor the push
//! service of a browser's maker.
//!
//! One symmetric key for all devices of an account, derived from its root by a number, the generation: devices agree on it
//! without telling each other anything, a text is sealed once, and after a device was taken out the next generation is one that
//! it does not have. A device keeps the key where its own programs cannot read it out (WebCrypto, not extractable), also while
//! the account is locked; it opens these texts and nothing else.
//!
//! `suite 1 ‖ account 16 ‖ generation 4 ‖ nonce 12 ‖ AES-256-GCM(text) ‖ tag 16` in base64url, for not every way to a device
//! carries other bytes unharmed; the associated data is `"carnet/v1/notice\0" ‖ suite ‖ account ‖ generation`. The text is JSON, filled up with spaces to 512 or 1024 bytes: its
//! length says nothing, and whoever reads JSON passes over them. A service worker opens it with what every browser has.

use aes_gcm::aead::AeadInPlace;
use aes_gcm::{Aes256Gcm, KeyInit};
use data_encoding::BASE64URL_NOPAD;
use protocol::ids::MemberId;
use protocol::keys::SUITE;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::labels;
use crate::root::OwnKey;
use crate::secret::{Secret32, make_random};

const LABEL: &[u8] = b"carnet/v1/notice\0";
const NONCE: usize = 12;
const TAG: usize = 16;
const HEAD: usize = 1 + 16 + 4;
/// To what lengths texts are filled up.
const LENGTHS: [usize; 2] = [512, 1024];

/// The text of a reminder is longer than a device can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text of the reminder is too long")]
pub struct NoticeTooLong;

/// A text that does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text of the reminder does not open")]
pub struct NoticeBroken;

/// Seals what an account's devices are shown.
pub struct NoticeKey {
    key: Secret32,
    head: [u8; HEAD],
}

impl core::fmt::Debug for NoticeKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("NoticeKey(…)")
    }
}

impl OwnKey {
    /// The key of a generation, for the account whose key this is.
    pub fn notices(&self, account: MemberId, generation: u32) -> NoticeKey {
        let number = generation.to_be_bytes();
        let mut head = [0; HEAD];
        head[0] = SUITE;
        head[1..17].copy_from_slice(account.as_bytes());
        head[17..].copy_from_slice(&number);
        NoticeKey {
            key: labels::NOTICE_KEY.derive(&self.0[..], &number),
            head,
        }
    }

    /// A name for something that the server keeps for this account: the same for the same thing, on every device, and of no use
    /// to guess what it is.
    pub fn name_for_server(&self, thing: &[u8]) -> [u8; 32] {
        let context = Sha256::digest(thing);
        *labels::NOTICE_NAME.derive(&self.0[..], &context)
    }
}

impl NoticeKey {
    /// Seals a text (JSON).
    pub fn seal(&self, text: &str) -> Result<String, NoticeTooLong> {
        let long = LENGTHS.into_iter().find(|long| text.len() <= *long);
        let mut plain = Zeroizing::new(text.as_bytes().to_vec());
        plain.resize(long.ok_or(NoticeTooLong)?, b' ');
        let nonce = make_random::<NONCE>();
        let tag = Aes256Gcm::new(self.key[..].into())
            .encrypt_in_place_detached(nonce[..].into(), &self.data(), &mut plain)
            .expect("a short text can always be sealed");
        let mut sealed = Vec::with_capacity(HEAD + NONCE + plain.len() + TAG);
        sealed.extend_from_slice(&self.head);
        sealed.extend_from_slice(&nonce[..]);
        sealed.extend_from_slice(&plain);
        sealed.extend_from_slice(&tag);
        Ok(BASE64URL_NOPAD.encode(&sealed))
    }

    /// Opens a text, as a device does.
    pub fn open(&self, sealed: &str) -> Result<Zeroizing<String>, NoticeBroken> {
        let sealed = BASE64URL_NOPAD
            .decode(sealed.as_bytes())
            .map_err(|_| NoticeBroken)?;
        let body = sealed.strip_prefix(&self.head).ok_or(NoticeBroken)?;
        let (nonce, body) = body.split_at_checked(NONCE).ok_or(NoticeBroken)?;
        let cut = body.len().checked_sub(TAG).ok_or(NoticeBroken)?;
        let (text, tag) = body.split_at(cut);
        let mut plain = Zeroizing::new(text.to_vec());
        Aes256Gcm::new(self.key[..].into())
            .decrypt_in_place_detached(nonce.into(), &self.data(), &mut plain, tag.into())
            .map_err(|_| NoticeBroken)?;
        let text = core::str::from_utf8(&plain).map_err(|_| NoticeBroken)?;
        Ok(Zeroizing::new(text.trim_end_matches(' ').to_owned()))
    }

    /// The bytes of the key, for one place: this device's own store of keys, which does not give them out again.
    pub fn for_this_device(&self) -> &[u8; 32] {
        &self.key
    }

    fn data(&self) -> Vec<u8> {
        [LABEL, &self.head].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root::Root;

    #[test]
    fn only_the_same_account_and_generation_open_it() {
        let (root, other) = (Root::make(), Root::make());
        let key = root.own().notices(root.id(), 3);
        let sealed = key.seal(r#"{"title":"Rendez-vous"}"#).unwrap();
        let whole = HEAD + NONCE + 512 + TAG;
        assert_eq!(sealed.len(), (whole * 4).div_ceil(3));
        assert_eq!(*key.open(&sealed).unwrap(), r#"{"title":"Rendez-vous"}"#);
        let wrong = [
            root.own().notices(root.id(), 4),
            other.own().notices(root.id(), 3),
            root.own().notices(other.id(), 3),
        ];
        for key in wrong {
            assert!(key.open(&sealed).is_err());
        }
        let changed = sealed.replacen('A', "B", 1);
        assert!(changed != sealed && key.open(&changed).is_err());
        assert!(key.open(&sealed[..30]).is_err());
        assert_eq!(key.seal(&"x".repeat(1025)), Err(NoticeTooLong));
    }

    #[test]
    fn names_for_the_server_are_the_same_for_the_same_thing_alone() {
        let (root, other) = (Root::make(), Root::make());
        let name = root.own().name_for_server(b"one");
        assert_eq!(name, root.own().name_for_server(b"one"));
        assert_ne!(name, root.own().name_for_server(b"two"));
        assert_ne!(name, other.own().name_for_server(b"one"));
    }
}
