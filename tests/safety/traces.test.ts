/** S2, S3 and S8 on the disk: whole journeys in a real profile, and a search of everything that they touched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../e2e/environment.js';
import { makeFiles, type Files } from '../e2e/files.js';
import { anonymous, fillIn, full, walk, type Journey, type Plan } from '../e2e/journey.js';
import { until } from '../e2e/visitor.js';
import { say } from '../e2e/words.js';
import { tracesOf } from './traces.js';

/** Nowhere else in this repository, on this machine or in a browser. */
const words = ['zqosmanthus7lane', '桂巷柒号暗语', '000-3141-5926'];
const nowhere = { profile: [], addresses: [], page: [], log: [], database: [] };
const [latin, chinese, phone] = words as [string, string, string];

let files: Files;
beforeAll(async () => {
  files = await makeFiles();
});
afterAll(() => files.remove());

/** The planted words in every field that takes words. */
const planted = (): Plan => ({
  ...full([files.photo]),
  narrative: (visitor) => visitor.write(say('narrative-legend'), `他在${chinese}打了我。${latin}`),
  identity: async (visitor) => {
    await visitor.choose(say('identity-named'));
    await visitor.write(say('name-legend'), `${chinese}女士`);
  },
  contact: async (visitor) => {
    await visitor.choose(say('channel-phone'));
    await visitor.write(say('contactValue-phone'), phone);
  },
  needs: (visitor) => visitor.write(say('needsNote-legend'), latin),
});

describe.each(engines)('In %s', (engine) => {
  it('S2 S3 S8 a whole request leaves its words nowhere', async () => {
    const traces = await tracesOf({ engine, words, journey: async (visitor) => void (await walk(planted())(visitor)) });
    expect(traces).toEqual(nowhere);
  });

  it('S2 what was typed and left by the quick exit is nowhere', async () => {
    const journey: Journey = async (visitor) => {
      await fillIn(visitor, planted(), undefined, 'needs');
      await visitor.write(say('needsNote-legend'), latin);
      await visitor.follow(say('leave'));
      await until('another page', async () => visitor.page.url().endsWith('/elsewhere'));
    };
    expect(await tracesOf({ engine, words, journey })).toEqual(nowhere);
  });

  it('would find what a careless page kept: the search does see', async () => {
    // Of their own: the log of the database is shared by all tests of a run.
    const [one, other] = [`zqcontrol${engine}`, `寻字对照${engine}`];
    const traces = await tracesOf({
      engine,
      words: [one, other],
      journey: async (visitor) => {
        await fillIn(visitor, anonymous, undefined, 'asker');
        await visitor.page.evaluate(
          (stored, shown) => {
            localStorage.setItem('draft', stored);
            document.title = shown;
            history.pushState(null, '', `?name=${shown}`);
          },
          one,
          other,
        );
        await visitor.page.reload();
        await visitor.sees(say('danger-legend'));
      },
      async afterwards(service) {
        service.lines.push(`{"narrative":"${other}"}`);
        await service.admin.query('insert into federation_settings values ($1, $2, $3)', [
          '990101000000',
          'help-form',
          { words: {}, planted: one },
        ]);
      },
    });
    const finds = (word: string) => expect.arrayContaining([expect.stringContaining(word)]);
    expect(traces).toEqual({
      profile: finds(one),
      addresses: finds(other),
      page: finds(other),
      log: finds(other),
      database: finds(one),
    });
    expect(traces.profile).toEqual(finds(other));
  });
});
