//! How long a padded plaintext is: steps of 256 bytes up to 1 KiB, then Padmé (Nikitin et al., PETS 2019), which adds at
//! most 12 % and lets the length say only its magnitude.

/// Ends the plaintext; zeros follow (ISO/IEC 7816-4).
pub(crate) const MARK: u8 = 0x80;

const STEP: usize = 256;
const SMALL: usize = 1024;

/// The padded length of `length` bytes.
pub(crate) fn bucket(length: usize) -> usize {
    if length <= SMALL {
        return length.next_multiple_of(STEP).max(STEP);
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    length.next_multiple_of(1 << (exponent - kept))
}

/// Where the plaintext ends, if this is a padded one in its right bucket.
pub(crate) fn unpadded(padded: &[u8]) -> Option<usize> {
    let length = padded.iter().rposition(|byte| *byte != 0)?;
    (padded[length] == MARK && bucket(length + 1) == padded.len()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overhead_is_small_and_lengths_fall_into_few_buckets() {
        let buckets: std::collections::BTreeSet<usize> = (1..=258_048).map(bucket).collect();
        assert!(buckets.len() < 200, "{}", buckets.len());
        assert!(
            (1025..=258_048)
                .all(|length| bucket(length) >= length && bucket(length) * 100 <= length * 112)
        );
        assert_eq!(bucket(258_048), 258_048);
        assert!(bucket(258_048) + crate::aead::OVERHEAD <= protocol::limits::PAYLOAD);
    }

    #[test]
    fn padding_in_another_bucket_is_refused() {
        let mut padded = vec![7, MARK];
        padded.resize(256, 0);
        assert_eq!(unpadded(&padded), Some(1));
        padded.resize(512, 0);
        assert_eq!(unpadded(&padded), None);
        assert_eq!(unpadded(&[0; 256]), None);
        assert_eq!(unpadded(&[]), None);
    }
}
