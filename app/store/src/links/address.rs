//! The addresses of links: everything that a page needs stands behind `#`, where no server sees it.
//!
//! - to leave something: `https://host/fr/depot#<fragment>.<link>/<initials>`. The initials only tell whoever leaves something
//!   for whom it is.
//! - to read: `https://host/fr/lecture#<fragment>`; the link's id follows from its secret.

use domain::entry::Identity;
use protocol::ids::MemberId;
use sealing::link::Fragment;
use zeroize::Zeroizing;

use crate::trouble::Trouble;

/// The page, in French: the person's family reads what is left.
const PAGE: &str = "/fr/depot";
/// The page that reads, in French as well.
const READING: &str = "/fr/lecture";
/// Longer texts are no address of ours.
const LONGEST: usize = 1024;

/// What an address carries.
#[derive(Debug)]
pub(crate) struct Address {
    pub fragment: Fragment,
    pub link: MemberId,
}

impl Address {
    /// From what stands behind `#`, with or without initials.
    pub(crate) fn read(text: &str) -> Result<Self, Trouble> {
        let text = text.trim_start_matches('#');
        if text.len() > LONGEST {
            return Err(Trouble::NotFound);
        }
        let text = text.split('/').next().unwrap_or_default();
        let (fragment, link) = text.split_once('.').ok_or(Trouble::NotFound)?;
        let fragment = Fragment::read(fragment).map_err(|error| match error {
            sealing::link::LinkError::Newer => Trouble::Newer,
            sealing::link::LinkError::Incomplete => Trouble::NotFound,
        })?;
        let link = link.parse().map_err(|_| Trouble::NotFound)?;
        Ok(Self { fragment, link })
    }
}

/// The whole address.
pub(crate) fn deposit_address(
    origin: &str,
    fragment: &str,
    link: MemberId,
    initials: &str,
) -> Zeroizing<String> {
    let mut address = Zeroizing::new(format!("{origin}{PAGE}#{fragment}.{link}"));
    if !initials.is_empty() {
        address.push('/');
        for byte in initials.bytes() {
            if byte.is_ascii_alphanumeric() || byte == b'.' {
                address.push(char::from(byte));
            } else {
                address.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    address
}

/// The whole address of a link for one visit.
pub(crate) fn reading_address(origin: &str, fragment: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("{origin}{READING}#{fragment}"))
}

/// What stands behind `#` in the address of a link that is read.
pub(crate) fn read_fragment(text: &str) -> Result<Fragment, Trouble> {
    let text = text.trim().trim_start_matches('#');
    if text.len() > LONGEST {
        return Err(Trouble::NotFound);
    }
    let fragment = Fragment::read(text).map_err(|error| match error {
        sealing::link::LinkError::Newer => Trouble::Newer,
        sealing::link::LinkError::Incomplete => Trouble::NotFound,
    })?;
    match fragment.tray {
        None => Ok(fragment),
        Some(_) => Err(Trouble::NotFound),
    }
}

/// "L. M." for Léo Martin.
pub(crate) fn initials(identity: Option<&Identity>) -> String {
    let name = identity.map(Identity::full_name).unwrap_or_default();
    let words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    let letters: Vec<String> = words
        .take(4)
        .map(|letter| format!("{}.", letter.to_uppercase()))
        .collect();
    letters.join(" ")
}

#[cfg(test)]
mod tests {
    use protocol::ids::{CarnetId, Digest};
    use sealing::link::LinkSecret;

    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_initials() {
        let fragment = Fragment {
            secret: LinkSecret::make(),
            carnet: CarnetId::from_bytes([1; 32]),
            seq: 7,
            head: Digest::from_bytes([2; 32]),
            tray: Some(Digest::from_bytes([3; 32])),
        };
        let link = MemberId::from_bytes([4; 16]);
        let identity = Identity {
            first_names: "Élodie Anne".into(),
            birth_name: "de Martin".into(),
            ..Identity::default()
        };
        let initials = initials(Some(&identity));
        assert_eq!(initials, "É. D. M.");
        let whole = deposit_address("https://host", &fragment.text(), link, &initials);
        let behind = whole.split_once('#').unwrap().1;
        assert!(behind.ends_with("/%C3%89.%20D.%20M."), "{behind}");
        for text in [behind, behind.split('/').next().unwrap()] {
            let read = Address::read(text).unwrap();
            assert_eq!((read.link, read.fragment.seq), (link, 7));
        }
        for broken in ["", "x", ".", &behind[1..], &behind[..40]] {
            assert!(Address::read(broken).is_err(), "{broken}");
        }
    }
}
