/** `fulian-verify` as it lies in the package: its own files and one bundle, and nothing else. */
import { spawn } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { languageOf, words } from '../../bin/verify-words.mjs';
import { logFindingCodes } from './findings.js';
import { copyOf, type DraftLog, reseal, sampleLog, textOf } from './sample-log.js';

// Each run of the command is a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const tools = {
  random: Math.random,
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  key: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex'),
  sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('hex'),
};
const log = sampleLog(tools);
const home = mkdtempSync(join(tmpdir(), 'fulian-verify-'));
const room = fileURLToPath(new URL('../..', import.meta.url));
let server: Server;

beforeAll(async () => {
  mkdirSync(join(home, 'bin'));
  copyFileSync(join(room, 'package.json'), join(home, 'package.json'));
  for (const name of ['fulian-verify', 'verify-report', 'verify-words'])
    copyFileSync(join(room, 'bin', `${name}.mjs`), join(home, 'bin', `${name}.mjs`));
  const { metafile } = await build({
    entryPoints: [join(room, 'src/verify/index.ts')],
    outfile: join(home, 'dist/verify.js'),
    bundle: true,
    format: 'esm',
    target: 'es2019',
    conditions: ['fulian-source', 'production', 'browser'],
    metafile: true,
  });
  // Neither the service nor anything of a platform is in it.
  expect(Object.keys(metafile.inputs).filter((path) => /packages\/(server|elements)\//.test(path))).toEqual([]);
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);

  server = createServer((request, answer) => {
    const long = /^\/long(?:\?after=(\d+))?$/.exec(request.url ?? '');
    const from = Number(long?.[1] ?? 0);
    if (long) answer.end(textOf({ ...log, entries: log.entries.slice(from, from + 30) }));
    else if (request.url === '/moved') answer.writeHead(302, { location: '/log' });
    else answer.writeHead(request.url === '/log' ? 200 : 404);
    if (!long) answer.end(request.url === '/log' ? textOf(log) : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(() => {
  server.close();
  rmSync(home, { recursive: true });
});

let files = 0;
function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(home, `${String(files)}.json`);
  writeFileSync(path, content);
  return path;
}

function run(args: string[], env: Record<string, string> = { LANG: 'zh_CN.UTF-8' }) {
  return new Promise<{ code: number | null; said: string; warned: string }>((done) => {
    const child = spawn(process.execPath, [join(home, 'bin/fulian-verify.mjs'), ...args], { env });
    let [said, warned] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (warned += piece.toString()));
    child.on('close', (code) => done({ code, said, warned }));
  });
}

function changed(change: (draft: DraftLog) => void): string {
  const draft = copyOf(log);
  change(draft);
  return file(textOf(draft));
}

test('a log that is right is told ballot by ballot, in Chinese and in English, and ends with 0', async () => {
  const path = file(textOf(log));
  const [zh, en] = await Promise.all([run([path]), run([path, '--lang', 'en'])]);
  expect([zh.code, en.code, zh.warned, en.warned]).toEqual([0, 0, '', '']);
  expect(zh.said).toContain('荷塘村妇女议事会');
  expect(zh.said).toMatch(
    /《路灯修缮》\[公开\] 通过；9 人可以投票，9 人投了（弃权 1）；同意 5，不同意 3；得到 5，需要 5；重新计票：一致。/,
  );
  expect(zh.said).toMatch(/《章程修改》\[保密\] 通过；.*发出票纸 9 张；.*重新计票：一致。/);
  expect(zh.said).toMatch(/《会议时间》\[公开\] 选出 示例b；/);
  expect(zh.said).toContain('《人少的表决》[保密] 投票不足五人');
  expect(zh.said).toContain('结论：没有发现问题');
  expect(zh.said).toContain(`记录末尾：${String(log.head.seq)}:${log.head.hash}`);
  // And what it cannot show.
  expect(zh.said).toContain('--head');
  expect(zh.said).toContain('看不出表决期间管理服务的人有没有替没有领票的人投票');
  expect(en.said).toContain('Nothing is wrong');
  expect(en.said).toMatch(/“路灯修缮” \[open\] passed; 9 may vote, 9 did \(1 abstained\);.*; counted again: agrees\./);
});

test('a log that was changed is told from the first entry that is broken, and ends with 1', async () => {
  const path = changed(({ entries }) => {
    entries[30] = { ...entries[30]!, at: entries[31]!.at };
  });
  const { code, said } = await run([path]);
  expect(code).toBe(1);
  expect(said).toContain('✗ 第 31 条：哈希不对');
  expect(said).toMatch(/结论：有 \d+ 个问题，最早在第 31 条/);
  const notText = await run([file(Buffer.concat([Buffer.from(textOf(log)), Buffer.of(0xff)]))]);
  expect(notText).toMatchObject({ code: 1 });
  expect(notText.said).toContain('这不是议事会的记录');
});

test('heads that were kept, as a file or as they are printed, and a key from elsewhere are compared', async () => {
  const path = file(textOf(log));
  const old = log.entries[40]!;
  const printed = `41:${old.hash
    .slice(0, 24)
    .toUpperCase()
    .replace(/(.{4})/g, '$1 ')}`;
  const right = await run([path, '--head', file(JSON.stringify(log.head)), '--head', printed, '--key', tools.key]);
  expect(right).toMatchObject({ code: 0, warned: '' });
  expect(right.said).not.toContain('--head');

  const rewritten = changed((draft) => {
    draft.entries[0] = { ...draft.entries[0]!, body: { name: '别的' } };
    reseal(draft, tools);
  });
  expect(await run([rewritten])).toMatchObject({ code: 0 });
  const found = await run([rewritten, '--head', printed]);
  expect(found.code).toBe(1);
  expect(found.said).toContain('第 41 条：与您留存的末尾不一致');
  const otherKey = await run([path, '--key', 'ab'.repeat(32)]);
  expect(otherKey.code).toBe(1);
  expect(otherKey.said).toContain('签名用的是别的公钥');
});

test('an address is read where it is safe to, and nothing else', async () => {
  const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  expect(await run([`${at}/log`])).toMatchObject({ code: 0 });
  // A long one comes in pieces.
  const long = await run([`${at}/long`]);
  expect(long).toMatchObject({ code: 0 });
  expect(long.said).toContain(`记录 ${String(log.entries.length)} 条`);
  const [missing, moved, insecure] = await Promise.all([
    run([`${at}/none`]),
    run([`${at}/moved`]),
    run(['http://192.0.2.1/log']),
  ]);
  expect(missing).toMatchObject({ code: 2, said: '', warned: 'fulian-verify: 服务的回答是 404\n' });
  expect(moved.code).toBe(2);
  expect(insecure).toMatchObject({ code: 2, warned: 'fulian-verify: 只接受 https 的网址（本机除外）\n' });
});

test('what cannot be checked ends with 2 and a word why', async () => {
  const path = file(textOf(log));
  const [none, unknown, gone, head, key, help] = await Promise.all([
    run([]),
    run([path, '--more']),
    run([join(home, 'none.json')]),
    run([path, '--head', '12:abc']),
    run([path, '--key', 'abc']),
    run(['--help'], { LANG: 'C' }),
  ]);
  expect([none, unknown, gone, head, key, help].map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 0]);
  expect(none.said).toContain('用法：npx fulian-verify');
  expect(help.said).toContain('Usage: npx fulian-verify');
  expect(gone.warned).toContain('读不到');
  expect(key.warned).toContain('64 位');
});

test('what somebody wrote cannot steer the terminal', async () => {
  const path = changed((draft) => {
    draft.entries[0] = { ...draft.entries[0]!, body: { name: '\u001B[2J\u202E议事会\u0007' } };
    reseal(draft, tools);
  });
  const { said, code } = await run([path]);
  expect(code).toBe(0);
  expect(said).toContain('议事会');
  expect(said.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('both languages have words for everything that can be found', () => {
  const { 'zh-CN': zh, en } = words;
  for (const one of [zh, en]) expect(Object.keys(one.findings).sort()).toEqual([...logFindingCodes].sort());
  const names = (value: object): string[] =>
    Object.entries(value).flatMap(([name, more]) => [
      name,
      ...(typeof more === 'object' && !Array.isArray(more) ? names(more as object) : []),
    ]);
  expect(names(zh)).toEqual(names(en));
  expect(
    (
      [
        ['zh-CN', { LANG: 'en_US.UTF-8' }],
        [undefined, { LANG: 'en_US.UTF-8' }],
        [undefined, { LANG: 'de_DE.UTF-8', LC_ALL: 'zh_CN.UTF-8' }],
        [undefined, { LANG: 'C.UTF-8' }],
        [undefined, {}],
      ] as const
    ).map(([asked, env]) => languageOf(asked, env, 'zh-CN')),
  ).toEqual(['zh-CN', 'en', 'zh-CN', 'en', 'zh-CN']);
});
