/** The server's side of SRP-6a as Cognito runs it (RFC 5054 group of 3072 bits, SHA-256, its own key derivation). */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 3526 §4: the 3072-bit group, generator 2. */
const prime = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const generator = 2n;

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** A positive number as bytes, with a leading zero byte where the first bit is set (both sides must do it alike). */
function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/i.test(even) ? `00${even}` : even, 'hex');
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % prime];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

const multiplier = numberOf(sha256(bytesOf(prime), bytesOf(generator)));

/** The part of a pool's id behind the region, which SRP mixes into the password. */
const poolNameOf = (poolId: string): string => poolId.slice(poolId.indexOf('_') + 1);

export type Secret = { salt: string; verifier: string };

/** Salt and verifier of a password (hexadecimal), from which the password cannot be read back. */
export function makeSecret(
  poolId: string,
  username: string,
  password: string,
  salt = numberOf(randomBytes(16)).toString(16),
): Secret {
  const inner = sha256(Buffer.from(`${poolNameOf(poolId)}${username}:${password}`));
  const x = numberOf(sha256(bytesOf(BigInt(`0x${salt}`)), inner));
  return { salt, verifier: power(generator, x).toString(16) };
}

/** True when the password is the one behind the secret. */
export function passwordFits(poolId: string, username: string, password: string, secret: Secret): boolean {
  const made = Buffer.from(makeSecret(poolId, username, password, secret.salt).verifier);
  const kept = Buffer.from(secret.verifier);
  return made.length === kept.length && timingSafeEqual(made, kept);
}

export type Exchange = { serverPublic: string; key: Buffer };

/** Answers the client's public value A (hexadecimal) with B and the session key; undefined when A is not allowed. */
export function exchange(clientPublic: string, secret: Secret): Exchange | undefined {
  if (!/^[0-9a-f]{1,1000}$/i.test(clientPublic)) return undefined;
  const a = BigInt(`0x${clientPublic}`);
  // A multiple of the prime would make the key known to everybody.
  if (a % prime === 0n) return undefined;
  const verifier = BigInt(`0x${secret.verifier}`);
  const b = numberOf(randomBytes(32));
  const serverPublic = (multiplier * verifier + power(generator, b)) % prime;
  const u = numberOf(sha256(bytesOf(a), bytesOf(serverPublic)));
  const shared = power(a * power(verifier, u), b);
  const extracted = createHmac('sha256', bytesOf(u)).update(bytesOf(shared)).digest();
  const key = createHmac('sha256', extracted).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
  return { serverPublic: serverPublic.toString(16), key };
}

/** True when the client's signature shows that it has the same key. */
export function claimFits(
  key: Buffer,
  claim: { poolId: string; username: string; secretBlock: string; timestamp: string; signature: string },
): boolean {
  const expected = createHmac('sha256', key)
    .update(poolNameOf(claim.poolId))
    .update(claim.username)
    .update(Buffer.from(claim.secretBlock, 'base64'))
    .update(claim.timestamp)
    .digest();
  const given = Buffer.from(claim.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
