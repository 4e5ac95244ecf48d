/**
 * The group ristretto255 (RFC 9496) as far as a voter's paper needs it. Names and formulas are the RFC's; tested with its vectors and
 * against `@noble/curves`, which is too large for a phone (16 kB for one ballot).
 */

const n0 = BigInt(0);
const n1 = BigInt(1);
const n2 = BigInt(2);
/** The field's prime, 2^255 - 19. */
const P = (n1 << BigInt(255)) - BigInt(19);
/** The group's order. */
export const order = (n1 << BigInt(252)) + BigInt('27742317777372353535851937790883648493');

const mod = (value: bigint, by = P): bigint => {
  const rest = value % by;
  return rest < n0 ? rest + by : rest;
};

/** `base` to the power of `exponent`, which is public. */
export function power(base: bigint, exponent: bigint, by = P): bigint {
  let result = n1;
  for (let square = base, left = exponent; left; left >>= n1) {
    if (left & n1) result = mod(result * square, by);
    square = mod(square * square, by);
  }
  return result;
}

const D = mod(BigInt(-121665) * power(BigInt(121666), P - n2));
const rootOfMinusOne = power(n2, (P - n1) / BigInt(4));
const isOdd = (value: bigint): boolean => (value & n1) === n1;
const even = (value: bigint): bigint => (isOdd(value) ? P - value : value);

/** SQRT_RATIO_M1 of RFC 9496, 4.2. */
function rootOfRatio(u: bigint, v: bigint): { isSquare: boolean; root: bigint } {
  const v3 = mod(v * v * v);
  let root = mod(u * v3 * power(mod(u * v3 * v3 * v), (P - BigInt(5)) / BigInt(8)));
  const check = mod(v * root * root);
  const minusU = mod(-u);
  if (check === minusU || check === mod(minusU * rootOfMinusOne)) root = mod(root * rootOfMinusOne);
  return { isSquare: check === mod(u) || check === minusU, root: even(root) };
}

const oneMinusDSquared = mod(n1 - D * D);
const dMinusOneSquared = mod((D - n1) * (D - n1));
// The RFC fixes the odd root of these two.
const rootOfAdMinusOne = P - rootOfRatio(mod(-D - n1), n1).root;
const inverseRootOfAMinusD = rootOfRatio(n1, mod(-n1 - D)).root;

/** One element, in extended coordinates (X : Y : Z : T) of edwards25519. */
export class Element {
  constructor(
    private readonly x: bigint,
    private readonly y: bigint,
    private readonly z: bigint,
    private readonly t: bigint,
  ) {}

  /** Complete for all points of the curve (Hisil and others, 2008), doubling included. */
  add(other: Element): Element {
    const a = this.x * other.x;
    const b = this.y * other.y;
    const c = mod(this.t * D) * other.t;
    const d = this.z * other.z;
    const e = mod((this.x + this.y) * (other.x + other.y) - a - b);
    const f = mod(d - c);
    const g = mod(d + c);
    const h = mod(b + a);
    return new Element(mod(e * f), mod(g * h), mod(f * g), mod(e * h));
  }

  /** Adds for each bit, so that its work does not hang on the scalar. */
  multiply(scalar: bigint): Element {
    let result = identity;
    for (let bit = 252; bit >= 0; bit -= 1) {
      result = result.add(result);
      const more = result.add(this);
      if ((scalar >> BigInt(bit)) & n1) result = more;
    }
    return result;
  }

  /** RFC 9496, 4.3.2. */
  toBytes(): Uint8Array {
    const { x, y, z, t } = this;
    const u1 = mod((z + y) * (z - y));
    const u2 = mod(x * y);
    const inverse = rootOfRatio(n1, mod(u1 * u2 * u2)).root;
    const d1 = mod(inverse * u1);
    const d2 = mod(inverse * u2);
    const zInverse = mod(d1 * d2 * t);
    const rotate = isOdd(mod(t * zInverse));
    const x0 = rotate ? mod(y * rootOfMinusOne) : x;
    const y0 = rotate ? mod(x * rootOfMinusOne) : y;
    const y1 = isOdd(mod(x0 * zInverse)) ? -y0 : y0;
    return bytesOfNumber(even(mod((rotate ? d1 * inverseRootOfAMinusD : d2) * (z - y1))));
  }
}

const identity = new Element(n0, n1, n1, n0);
const isIdentity = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

/** RFC 9496, 4.3.1; neither what is no element nor the identity (RFC 9497, 3.3). */
export function elementOf(bytes: Uint8Array): Element {
  const s = numberOfBytes(bytes);
  const u1 = mod(n1 - s * s);
  const u2 = mod(n1 + s * s);
  const u2Squared = mod(u2 * u2);
  const v = mod(-(D * u1 * u1) - u2Squared);
  const { isSquare, root } = rootOfRatio(n1, mod(v * u2Squared));
  const denominatorX = mod(root * u2);
  const x = even(mod(n2 * s * denominatorX));
  const y = mod(u1 * root * denominatorX * v);
  const t = mod(x * y);
  if (bytes.length !== 32 || s >= P || isOdd(s) || isIdentity(bytes) || !isSquare || isOdd(t) || y === n0)
    throw new Error('no element of ristretto255');
  return new Element(x, y, n1, t);
}

/** RFC 9496, 4.3.4: an element of 64 uniform bytes. */
export function elementOfHash(bytes: Uint8Array): Element {
  return mapped(bytes.subarray(0, 32)).add(mapped(bytes.subarray(32)));
}

function mapped(bytes: Uint8Array): Element {
  const t = mod(numberOfBytes(bytes) & ((n1 << BigInt(255)) - n1));
  const r = mod(rootOfMinusOne * t * t);
  const u = mod((r + n1) * oneMinusDSquared);
  const v = mod((-n1 - r * D) * (r + D));
  const { isSquare, root } = rootOfRatio(u, v);
  const s = isSquare ? root : -even(mod(root * t));
  const c = isSquare ? -n1 : r;
  const n = mod(c * (r - n1) * dMinusOneSquared - v);
  const w0 = mod(n2 * s * v);
  const w1 = mod(n * rootOfAdMinusOne);
  const w2 = mod(n1 - s * s);
  const w3 = mod(n1 + s * s);
  return new Element(mod(w0 * w3), mod(w2 * w1), mod(w1 * w3), mod(w0 * w2));
}

/** The element that everybody multiplies (RFC 9496, 4). */
export const generator = elementOf(
  bytesOfNumber(BigInt('0x762d8de04559a6b68ddd82a56a0be3585f5100c561a984a8714ebc6a0aaef2e2')),
);

/** Bytes as a number, the lowest first. */
export function numberOfBytes(bytes: Uint8Array): bigint {
  let number = n0;
  for (let at = bytes.length - 1; at >= 0; at -= 1) number = (number << BigInt(8)) | BigInt(bytes[at]!);
  return number;
}

/** A number below 2^256 as 32 bytes, the lowest first. */
export function bytesOfNumber(number: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let at = 0, left = number; at < 32; at += 1, left >>= BigInt(8)) bytes[at] = Number(left & BigInt(255));
  return bytes;
}
