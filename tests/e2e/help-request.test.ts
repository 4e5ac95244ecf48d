/** A request for help from the first question to the receipt, and what the service holds of it afterwards. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from './visitor.js';
import { startEnvironment, type Environment, type Visit } from './environment.js';
import { documentWord, makeFiles, metadataWord, type Files } from './files.js';
import { anonymous, child, fillIn, full, fullWords, readReceipt, red, walk } from './journey.js';
import { say } from './words.js';
import { countCases, dumpDatabase, readCase } from './stored-case.js';

let house: Environment;
let files: Files;
let visits: Visit[];

beforeAll(async () => {
  [house, files] = await Promise.all([startEnvironment(), makeFiles()]);
});
afterAll(async () => {
  files.remove();
  await house.stop();
});
beforeEach(() => {
  visits = [];
});
afterEach(async () => {
  for (const visit of visits) await visit.end();
});

const visit = async (...options: Parameters<Environment['visit']>) => {
  const made = await house.visit(...options);
  visits.push(made);
  return made;
};

describe('A full request in Chinese with two files', () => {
  it('arrives word for word, sealed, with the files as they were and a copy without metadata (S8)', async () => {
    const { visitor, complaints } = await visit();
    const receipt = await walk(full([files.photo, files.document]))(visitor);
    expect(receipt.number).toMatch(/^\d{12}$/);
    expect(receipt.secret).toMatch(/^\d{24}$/);

    const stored = await readCase(house.service, receipt.number);
    expect(stored).toMatchObject({
      federation: '990101000000',
      category: 'domestic-violence',
      division: '990101001001',
      grade: 'orange',
      excludedUnits: ['990101001000'],
      narrative: fullWords.narrative,
      asker: { asker: { role: 'self' }, identity: { kind: 'named', name: fullWords.name } },
      contact: {
        channel: 'phone',
        value: fullWords.phone,
        days: ['mon', 'wed'],
        from: '09:00',
        to: '11:30',
        mayLeaveMessage: false,
        maySayWhoCalls: false,
        coverWords: fullWords.coverWords,
      },
      needs: { languages: ['local-dialect'], access: ['read-aloud'], note: fullWords.needsNote },
      exclusionNote: fullWords.exclusionNote,
    });
    expect(stored.risk).toMatchObject({ childrenPresent: 'yes' });
    expect(stored.consents).toMatchObject([{ kind: 'general' }, { kind: 'sensitive' }]);

    const [photo, document] = ['桂花巷的照片.jpg', '桂花医院诊断.pdf'].map((name) =>
      stored.files.find((one) => one.name === name),
    );
    expect(photo!.facts.mediaType).toBe('image/jpeg');
    expect(photo!.original.includes(metadataWord)).toBe(true);
    expect(photo!.working.length).toBeGreaterThan(1000);
    expect(photo!.working.includes(metadataWord)).toBe(false);
    expect(document!.facts.mediaType).toBe('application/pdf');
    expect(document!.original.includes(documentWord)).toBe(true);

    const dump = await dumpDatabase(house.service);
    const words = [...Object.values(fullWords), '桂花', metadataWord, documentWord, receipt.secret];
    expect(dump).toContain(receipt.number);
    for (const word of words) {
      expect(dump).not.toContain(word);
      expect(dump).not.toContain(Buffer.from(word).toString('hex'));
      expect(house.service.lines.join('')).not.toContain(word);
    }
    expect(complaints).toEqual([]);
  });

  it('can be looked at again with the receipt, which gives nothing away of what was written', async () => {
    const { visitor } = await visit();
    const receipt = await walk(full([]))(visitor);
    const answer = await fetch(`${house.origin}/v1/own-help-request`, {
      headers: { 'Fulian-Receipt': `${receipt.number}.${receipt.secret}` },
    });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ number: receipt.number, state: 'submitted' });
    for (const word of Object.values(fullWords)) expect(text).not.toContain(word);
  });
});

describe('A request in danger', () => {
  it('shows the numbers to call before anything is sent, and is red in the end', async () => {
    const { visitor, page, requests } = await visit();
    const before = requests.length;
    await visitor.choose(say('danger-yes'));
    for (const words of ['110 报警', '120 急救', '12338 妇女维权热线']) {
      const number = words.split(' ')[0];
      const link = await visitor.find('link', words);
      expect(await link.evaluate((one) => (one as HTMLAnchorElement).href)).toBe(`tel:${number}`);
      const box = (await link.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(44);
    }
    const calls = requests.slice(before).filter((url) => url.startsWith(`${house.origin}/v1/`));
    expect(calls.filter((url) => !url.endsWith('/help-form'))).toEqual([]);
    await fillIn(visitor, red);
    await visitor.press(say('submit'));
    const receipt = await readReceipt(visitor);
    expect((await readCase(house.service, receipt.number)).grade).toBe('red');
    expect(await page.evaluate(() => document.title)).toBe('清溪县妇联');
  });

  it('keeps the numbers in reach on every later screen', async () => {
    const { visitor } = await visit();
    const missing: string[] = [];
    await fillIn(visitor, red, async (step) => {
      // Nothing is answered yet on the first one.
      if (step !== 'danger' && !(await visitor.hasControl('link', '110 报警'))) missing.push(step);
    });
    expect(missing).toEqual([]);
  });

  it('has the grade that the service computes, whatever the browser claims', async () => {
    const { visitor, page } = await visit();
    await page.evaluate(() => {
      const send = window.fetch;
      window.fetch = async (input, options) => {
        if (typeof options?.body !== 'string' || !options.body.includes('receiptSecret')) return send(input, options);
        const submission = JSON.parse(options.body) as { riskScreen: { grade: string } };
        submission.riskScreen.grade = 'none';
        return send(input, { ...options, body: JSON.stringify(submission) });
      };
    });
    const receipt = await walk(red)(visitor);
    expect((await readCase(house.service, receipt.number)).grade).toBe('red');
  });
});

describe('An anonymous request', () => {
  it('holds neither a name nor a way to reach her', async () => {
    const { visitor } = await visit();
    const receipt = await walk(anonymous)(visitor);
    const stored = await readCase(house.service, receipt.number);
    expect(stored).toMatchObject({
      grade: 'none',
      narrative: undefined,
      asker: { identity: { kind: 'anonymous' } },
      contact: { channel: 'none' },
      files: [],
    });
    expect(JSON.stringify(stored.asker)).not.toContain('name');
    expect(JSON.stringify(stored.contact)).not.toContain('value');
  });

  it('keeps no name that she wrote and took back', async () => {
    const { visitor } = await visit();
    const receipt = await walk({
      ...anonymous,
      identity: async () => {
        await visitor.choose(say('identity-named'));
        await visitor.write(say('name-legend'), '桂花女士');
        await visitor.choose(say('identity-anonymous'));
      },
      contact: async () => {
        await visitor.choose(say('channel-phone'));
        await visitor.write(say('contactValue-phone'), '000-1414-2135');
        await visitor.choose(say('channel-none'));
      },
    })(visitor);
    const stored = JSON.stringify(await readCase(house.service, receipt.number));
    for (const word of ['桂花女士', '1414-2135']) expect(stored).not.toContain(word);
  });
});

describe('A request for a child under 14', () => {
  it('by a mandatory reporter carries the separate consent on statutory duty', async () => {
    const { visitor } = await visit();
    const receipt = await walk(child)(visitor);
    const stored = await readCase(house.service, receipt.number);
    expect(stored).toMatchObject({
      category: 'child-harm',
      grade: 'orange',
      asker: { asker: { role: 'mandatory-reporter', body: 'school', bodyName: '示例小学' } },
      risk: { concernedPerson: { underFourteen: 'yes' } },
    });
    expect(stored.consents).toContainEqual(expect.objectContaining({ kind: 'minor', givenBy: 'statutory-duty' }));
  });
});

describe('The receipt', () => {
  it('S4 shows 12 and 24 digits in groups of four, once more as three telephone numbers, and is typed back', async () => {
    const { visitor } = await visit();
    const { number, secret } = await walk(anonymous)(visitor);
    const groups = (digits: string) => digits.match(/.{4}/g)!;
    for (const group of [...groups(number), ...groups(secret)]) expect(await visitor.reads()).toContain(group);

    await visitor.press(say('as-telephone'));
    for (const line of [number, secret.slice(0, 12), secret.slice(12)])
      await until('a line like a telephone number', async () =>
        (await visitor.reads()).replaceAll(/\s+/g, ' ').includes(groups(line).join(' ')),
      );

    const asked = await visitor.reads();
    const wanted = [1, 2, 3, 4, 5, 6].filter((n) => asked.includes(say('confirm-legend', { n })));
    expect(wanted).toHaveLength(1);
    const [n] = wanted as [number];
    const right = groups(secret)[n - 1]!;
    await visitor.write(say('confirm-legend', { n }), right === '0000' ? '1111' : '0000');
    await visitor.press(say('confirm-button'));
    await visitor.sees(say('confirm-wrong', { n }));
    await visitor.write(say('confirm-legend', { n }), right);
    await visitor.press(say('confirm-button'));
    await visitor.sees(say('confirm-right'));
  });

  it('is cleared away when she says so, and is not there again', async () => {
    const { visitor } = await visit();
    const receipt = await walk(anonymous)(visitor);
    const count = await countCases(house.service);
    await visitor.press(say('finish'));
    await visitor.sees(say('closed'));
    const text = await visitor.reads();
    for (const digits of [receipt.number.slice(0, 4), receipt.secret.slice(0, 8)]) expect(text).not.toContain(digits);
    expect(await countCases(house.service)).toBe(count);
  });
});
