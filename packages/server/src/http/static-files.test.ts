import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, type TestService } from '../service-fixture.js';

let root = '';
let service: TestService;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'fulian-static-'));
  const folders = { portal: join(root, 'portal'), elements: join(root, 'dist') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  writeFileSync(join(folders.portal, 'index.html'), '<!doctype html><title>Portal</title>');
  writeFileSync(join(folders.portal, '.secret'), 'secret');
  writeFileSync(join(folders.elements, 'help-form.js'), 'export {};');
  writeFileSync(join(folders.elements, 'help-form.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(folders.elements, 'tsconfig.tsbuildinfo'), '{}');
  writeFileSync(join(root, 'outside.js'), 'outside');
  for (const folder of ['hosted/0.9.0/chunks', 'themes', 'types'])
    mkdirSync(join(folders.elements, folder), { recursive: true });
  writeFileSync(join(folders.elements, 'hosted/0.9.0/help-form.js'), 'export const version = "0.9.0";');
  writeFileSync(join(folders.elements, 'hosted/0.9.0/chunks/later-0a1b.js'), 'export {};');
  writeFileSync(join(folders.elements, 'hosted/0.9.0/sri.json'), '{}');
  writeFileSync(join(folders.elements, 'hosted/fulian-kit-0.9.0.zip'), 'PK');
  writeFileSync(join(folders.elements, 'themes/blue.css'), 'fl-client {}');
  writeFileSync(join(folders.elements, 'types/index.js'), 'export {};');
  service = await createTestService({ folders });
});
afterAll(async () => {
  await service.close();
  rmSync(root, { recursive: true });
});
const get = (url: string, method: 'GET' | 'POST' = 'GET') => service.app.inject({ method, url });

describe('files beside the API', () => {
  it('are the portal under the strictest policy', async () => {
    const page = await get('/');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self';.*require-trusted-types-for 'script'/,
    );
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
  });

  it('are the elements, for pages on any origin', async () => {
    const script = await get('/assets/help-form.js');
    expect(script.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, no-cache',
    });
    const again = await service.app.inject({
      url: '/assets/help-form.js',
      headers: { 'if-none-match': String(script.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('are the elements in Brotli for browsers that read it', async () => {
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    const script = await service.app.inject({ url: '/assets/help-form.js', headers });
    expect(script.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=utf-8',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(script.rawPayload).toString()).toBe('export {};');
  });

  it.each([
    ['/assets/0.9.0/help-form.js', 'application/javascript; charset=utf-8'],
    ['/assets/0.9.0/chunks/later-0a1b.js', 'application/javascript; charset=utf-8'],
    ['/assets/0.9.0/sri.json', 'application/json; charset=utf-8'],
    ['/assets/fulian-kit-0.9.0.zip', 'application/zip'],
  ])('are the versions, which never change: %s', async (url, type) => {
    const file = await get(url);
    expect([file.statusCode, file.headers]).toMatchObject([
      200,
      {
        'access-control-allow-origin': '*',
        'content-type': type,
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    ]);
  });

  it('are the themes, which follow the newest', async () => {
    expect((await get('/assets/themes/blue.css')).headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, no-cache',
      'access-control-allow-origin': '*',
    });
  });

  it.each(['/assets//help-form.js', '/assets/0.9.0//help-form.js', '/assets/0.9.0///chunks/later-0a1b.js?x=//'])(
    'are found with more slashes as well, with which fl.js asks again: %s',
    async (url) => expect((await get(url)).statusCode).toBe(200),
  );

  it.each([
    '/assets/hosted/0.9.0/help-form.js',
    '/assets//hosted/0.9.0/help-form.js',
    '/assets/0.9.0//..//..//outside.js',
    '/assets/types/index.js',
    '/assets/0.9.0/',
    '/assets/0.8.0/help-form.js',
    '/assets/0.9.0/../../outside.js',
    '/.secret',
    '/assets/help-form.js.br',
    '/assets/tsconfig.tsbuildinfo',
    '/assets/../outside.js',
    '/assets/..%2foutside.js',
    '/%2e%2e/outside.js',
    '/nothing.html',
    '/assets/',
  ])('%s is not among them', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('do not hide what the API says of methods and addresses', async () => {
    expect((await get('/v1/federations/990101000000/help-requests')).json()).toMatchObject({
      status: 405,
      code: 'method-not-allowed',
    });
    expect((await get('/v1/nothing')).json()).toMatchObject({ code: 'not-found' });
    expect((await get('/', 'POST')).json()).toMatchObject({ code: 'not-found' });
  });

  it('are left out where there are none', async () => {
    const bare = await createTestService({ folders: { portal: join(root, 'no'), elements: join(root, 'no') } });
    expect((await bare.app.inject('/')).json()).toMatchObject({ code: 'not-found' });
    await bare.close();
  });
});
