import { canonicalChoice, canonicalJson, type BallotMethod, type Choice } from '@fulian/contract/rules/council';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SealBroken } from '../keys/seal.js';
import { openVote, roomOf, sealVote, type BallotPlace } from './box.js';
import { evaluatePaper, isElement, isSealed, newPaperKeys, sealOfPaper } from './paper-keys.js';

const place: BallotPlace = {
  federation: '990101001001',
  council: '0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24',
  id: '9b2d4f60-718a-4c3e-95d7-0e1f2a3b4c5d',
};
const paper = randomBytes(32).toString('hex');
const receipt = randomBytes(32).toString('hex');
const options = Array.from({ length: 20 }, (_, at) => ({ id: `option${at}`, title: '甲' }));
const ids = options.map(({ id }) => id);

const longest: Record<BallotMethod, Choice> = {
  'yes-no': { picks: ['yes'] },
  single: { picks: [ids.at(-1)!] },
  approval: { picks: ids },
  score: { scores: ids.map((option) => ({ option, points: 10 })) },
  'instant-runoff': { ranking: ids },
  schulze: { ranking: ids },
  stv: { ranking: ids },
};

describe('the box', () => {
  it.each(Object.entries(longest) as [BallotMethod, Choice][])(
    'S9 takes every vote by %s in one length',
    (method, choice) => {
      const key = randomBytes(32);
      const rules = { scale: { min: 0, max: 10 } } as never;
      const room = roomOf(method === 'yes-no' ? [{ id: 'yes', title: '同意' }] : options, method);
      const all = [choice, { abstain: true } as Choice].map((one) => canonicalJson(canonicalChoice(one, rules)));
      const sealed = all.map((text) => sealVote(key, place, receipt, { paper, choice: text }, room));
      expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
      expect(sealed.map((one) => openVote(key, place, receipt, one))).toEqual(
        all.map((text) => ({ paper, choice: text })),
      );
    },
  );

  it('opens a vote under its own receipt, ballot and key only, and seals the same one differently each time', () => {
    const key = randomBytes(32);
    const vote = { paper, choice: '{"picks":["yes"]}' };
    const sealed = sealVote(key, place, receipt, vote, 128);
    expect(sealVote(key, place, receipt, vote, 128)).not.toEqual(sealed);
    expect(() => openVote(randomBytes(32), place, receipt, sealed)).toThrow(SealBroken);
    expect(() => openVote(key, place, '0'.repeat(64), sealed)).toThrow(SealBroken);
    expect(() => openVote(key, { ...place, id: place.council }, receipt, sealed)).toThrow(SealBroken);
    expect(() => sealVote(key, place, receipt, { paper, choice: 'x'.repeat(95) }, 128)).toThrow(RangeError);
  });
});

describe('paper keys', () => {
  it('seal a paper for one ballot, under one key', () => {
    const keys = newPaperKeys();
    const seal = Buffer.from(sealOfPaper(keys.secret, paper, place.id)).toString('hex');
    expect(isSealed(keys.secret, paper, seal, place.id)).toBe(true);
    expect(isSealed(keys.secret, paper, seal, place.council)).toBe(false);
    expect(isSealed(newPaperKeys().secret, paper, seal, place.id)).toBe(false);
  });

  it('evaluate elements of the group and nothing else', () => {
    // The generator of ristretto255, the identity, and bytes that are no element (RFC 9496, appendix A).
    const generator = 'e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76';
    expect(isElement(generator)).toBe(true);
    for (const wrong of ['00'.repeat(32), 'ff'.repeat(32), `01${'00'.repeat(31)}`])
      expect(isElement(wrong)).toBe(false);
    const keys = newPaperKeys();
    // The generator's evaluation is the public key itself.
    expect(Buffer.from(evaluatePaper(keys, generator).evaluated)).toEqual(Buffer.from(keys.public));
  });
});
