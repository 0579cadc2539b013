//! Which RSA keys are strong enough to be believed: length, exponent, and not of the family that can be factored.

/// Bits of the shortest and the longest modulus.
const MODULUS: std::ops::RangeInclusive<usize> = 2048..=8192;
/// The smallest public exponent (FIPS 186-5, appendix A.1.1); with 1 everybody signs.
const EXPONENT: u32 = 65_537;
/// The primes by which the moduli of the flawed key generator of CVE-2017-15361 (ROCA) are known: each leaves a power of 65537.
const TELLING: [u32; 38] = [
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
    113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/// Whether a key of this modulus and exponent, both big-endian, is strong enough.
pub(crate) fn is_strong(modulus: &[u8], exponent: &[u8]) -> bool {
    let bits = modulus.first().map_or(0, |first| 8 * modulus.len() - first.leading_zeros() as usize);
    let is_long = MODULUS.contains(&bits) && modulus.first() != Some(&0);
    let is_odd = modulus.last().is_some_and(|last| last % 2 == 1);
    is_long && is_odd && is_large(exponent) && !is_factorable(modulus)
}

fn is_large(exponent: &[u8]) -> bool {
    let fits = (3..=4).contains(&exponent.len());
    let value = exponent.iter().take(4).fold(0_u32, |value, byte| (value << 8) | u32::from(*byte));
    fits && value >= EXPONENT && value % 2 == 1
}

/// Whether every telling prime leaves a power of 65537; by chance one modulus in a hundred million does.
fn is_factorable(modulus: &[u8]) -> bool {
    TELLING.iter().all(|prime| {
        let rest = modulus.iter().fold(0, |rest, byte| (rest * 256 + u32::from(*byte)) % prime);
        let step = |power: &u32| Some(power * (EXPONENT % prime) % prime);
        std::iter::successors(Some(1), step).take(*prime as usize).any(|power| power == rest)
    })
}

#[cfg(test)]
mod tests {
    use super::{TELLING, is_factorable, is_strong};

    #[test]
    fn a_key_is_long_odd_and_of_a_large_exponent() {
        let modulus = |bytes: usize| vec![0xc3; bytes];
        let (mut even, mut short) = (modulus(256), modulus(256));
        let (mut longer, mut padded) = (modulus(257), modulus(257));
        (even[255], short[0], longer[0], padded[0]) = (0xc2, 0x7f, 1, 0);
        let usual: &[u8] = &[1, 0, 1];
        for (modulus, exponent, strong) in [
            (modulus(256), usual, true),
            (modulus(1024), usual, true),
            (longer, usual, true),
            (padded, usual, false),
            (modulus(255), usual, false),
            (modulus(1025), usual, false),
            (even, usual, false),
            (short, usual, false),
            (modulus(256), &[1], false),
            (modulus(256), &[3], false),
            (modulus(256), &[1, 0, 0], false),
            (modulus(256), &[1, 0, 2], false),
            (modulus(256), &[1, 0, 0, 0, 1], false),
            (modulus(256), &[], false),
            (vec![], usual, false),
        ] {
            let about = (modulus.len(), exponent.to_vec());
            assert_eq!(is_strong(&modulus, exponent), strong, "{about:?}");
        }
    }

    #[test]
    fn a_number_that_leaves_a_power_with_every_prime_is_known() {
        assert!(is_factorable(&[1]) && is_factorable(&[1, 0, 1]), "powers of 65537 themselves");
        assert!(!is_factorable(&[7]) && !is_factorable(&[0xff; 256]));
        assert!(TELLING.is_sorted());
    }
}
