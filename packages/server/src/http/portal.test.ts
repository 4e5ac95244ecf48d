import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, type TestService } from '../service-fixture.js';
import { staticFolders } from './static-files.js';

const names = [
  'index.html',
  'help.html',
  'about.html',
  'map.html',
  'track.html',
  'council.html',
  'desk.html',
  'council-desk.html',
  'report.html',
];
const pages = [...names.map((name) => `/${name}`), ...names.map((name) => `/en/${name}`)];
const read = (path: string) => readFileSync(join(staticFolders.portal, path), 'utf8');
const allOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

describe('the demo portal', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await createTestService({ folders: { ...staticFolders, elements: staticFolders.portal } });
  });
  afterAll(() => service.close());

  it('consists of the same pages in both languages', () => {
    const html = (folder: string) =>
      readdirSync(join(staticFolders.portal, folder)).filter((name) => name.endsWith('.html'));
    expect(html('.').sort()).toEqual([...names].sort());
    expect(html('en').sort()).toEqual([...names].sort());
    for (const name of names) {
      const tags = (path: string) => allOf(read(path).replaceAll('<span class="phrase">', ''), /<([a-z][\w-]*)/g);
      expect(tags(`/en/${name}`), name).toEqual(tags(`/${name}`));
    }
  });

  it('keeps its windows to itself, but for a desk, which opens one and is told by it', async () => {
    const policyOf = async (url: string) => (await service.app.inject(url)).headers['cross-origin-opener-policy'];
    for (const page of ['/', '/track.html', '/track.html?state=x', '/en/about.html', '/report.html?state=x'])
      expect([page, await policyOf(page)]).toEqual([page, 'same-origin']);
    for (const desk of ['/desk.html', '/en/desk.html', '/council-desk.html', '/desk.html?view=elder'])
      expect([desk, await policyOf(desk)]).toEqual([desk, 'same-origin-allow-popups']);
    expect(await policyOf('/desk.html?code=x&state=y')).toBe('unsafe-none');
  });

  describe.each(pages)('%s', (page) => {
    const text = read(page);

    it('S3 has a title that tells nobody what she came for', () => {
      expect(allOf(text, /<title>(.*)<\/title>/g)).toEqual([
        page.startsWith('/en/') ? 'Qingxi County services' : '清溪县便民服务',
      ]);
    });

    it('works under the strict policy that it is served with', async () => {
      const { headers } = await service.app.inject(page);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).not.toContain('unsafe');
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|data:/);
    });

    it('S1 has one way out that is always in reach, and a plain link for where scripts do not run', () => {
      const ways = allOf(
        text,
        /(<fl-quick-exit>|<fl-help-form>|<fl-case-tracker>|<fl-service-map[ >]|<fl-case-desk>|<fl-council-desk>)/g,
      );
      expect(ways).toHaveLength(1);
      // Staff sit at their own computers: a desk has a lock in the place of an exit.
      if (ways[0]?.endsWith('-desk>')) expect(page).toMatch(/\/(council-)?desk\.html$/);
      else expect(text).toContain('<a href="https://www.weather.com.cn/" rel="noreferrer">');
    });

    it('S2 stores nothing and asks nobody else for anything', () => {
      expect(
        allOf(text, /(?:src|href)="(?!\/|tel:|sms:|#)([^"]+)"/g).filter((one) => !one.includes('weather.com.cn')),
      ).toEqual([]);
      for (const script of ['portal.js', 'elder.js']) expect(read(script)).not.toMatch(/storage|cookie|fetch|caches/i);
    });

    it('links to what is there', async () => {
      for (const target of allOf(text, /(?:src|href)="(\/[^"]*)"/g)) {
        if (target.startsWith('/assets/')) continue;
        expect((await service.app.inject(target)).statusCode, target).toBe(200);
      }
    });

    it('leads to its twin in the other language', () => {
      const twin = page.startsWith('/en/') ? page.slice(3) : `/en${page}`;
      expect(text).toContain(
        `href="${twin.replace('index.html', '')}" lang="${page.startsWith('/en/') ? 'zh-CN' : 'en'}"`,
      );
    });
  });
});
