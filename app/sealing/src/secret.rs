//! What every secret of this crate is made of: forgotten when dropped, never printed, copied only on purpose.

use zeroize::Zeroizing;

/// Thirty-two secret bytes, overwritten when dropped.
pub(crate) type Secret32 = Zeroizing<[u8; 32]>;

/// A secret newtype over [`Secret32`] whose `Debug` says its name and nothing else.
macro_rules! secret {
    ($(#[$doc:meta])* $vis:vis struct $name:ident) => {
        $(#[$doc])*
        $vis struct $name(pub(crate) $crate::secret::Secret32);

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}
pub(crate) use secret;

/// `N` bytes from the system's source of randomness.
///
/// # Panics
///
/// When the system has no randomness to give. Nothing can be sealed then, and going on with less would be worse.
pub(crate) fn make_random<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(&mut *bytes).expect("the system must have a source of randomness");
    bytes
}
