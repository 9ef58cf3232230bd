//! Short names for contents: the folder of the assets is named by what lies in it.

use sha2::{Digest, Sha256};

/// Collects names and contents; two sets with one fingerprint are the same set.
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// Takes in one thing with its name. Lengths go first, so that borders cannot move.
    pub fn take(&mut self, name: &str, bytes: &[u8]) {
        for part in [name.as_bytes(), bytes] {
            self.0.update((part.len() as u64).to_be_bytes());
            self.0.update(part);
        }
    }

    /// The first twelve hexadecimal digits.
    pub fn short(self) -> String {
        let digest = self.0.finalize();
        digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_that_moves_changes_the_name() {
        let of = |pairs: &[(&str, &[u8])]| {
            let mut print = Fingerprint::new();
            pairs
                .iter()
                .for_each(|(name, bytes)| print.take(name, bytes));
            print.short()
        };
        assert_ne!(of(&[("a", b"bc")]), of(&[("ab", b"c")]));
        assert_eq!(of(&[("a", b"bc")]).len(), 12);
    }
}
