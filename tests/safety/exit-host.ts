/** A host's page around `<fl-quick-exit>`, with what other people put on top of such pages. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';

/** Where the exit of every page here leads. */
export const outside = '/outside';

export interface ExitHost {
  readonly origin: string;
  /** Puts up a page with this in its body, long enough to scroll, and gives its address. */
  show(body: string): string;
  stop(): Promise<void>;
}

/** The built elements, as every server of files gives them. */
const built = new URL('../../packages/elements/dist/', import.meta.url);

/** Serves pages and the built elements on a loopback port of its own. */
export async function startExitHost(): Promise<ExitHost> {
  if (!existsSync(new URL('quick-exit.js', built)))
    throw new Error('packages/elements/dist is empty: run `npm run build` before the tests of safety');
  const pages = new Map([[outside, '<p>今天多云，二十一度</p>']]);
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    const script =
      path.endsWith('.js') && new URL(`${path.includes('/chunks/') ? 'chunks/' : ''}${basename(path)}`, built);
    const page = pages.get(path);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    if (script && existsSync(script)) response.end(readFileSync(script));
    else if (page === undefined) response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    else response.end(markup(page));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    show(body) {
      const path = `/page-${pages.size}`;
      pages.set(path, `${body}<script type="module" src="/assets/quick-exit.js"></script>`);
      return origin + path;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

const paragraph = '<p>妇联为妇女儿童提供维权、法律咨询、心理疏导、婚姻家庭调解等服务，拨打12338即可联系当地妇联。</p>';

const markup = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>清溪县妇联</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"></head>
  <body><h1>清溪县妇女联合会</h1>${body}${paragraph.repeat(60)}</body></html>`;

/** The exit with the link that works without scripts, as the guide says. */
export const exitMarkup = `<fl-quick-exit><a href="${outside}">立即离开</a></fl-quick-exit>`;

/**
 * Runs in the page: what scripts of other makers put there some time after us, with the highest `z-index` there is: a
 * banner about cookies over the whole lower edge, one over the upper edge, and a bubble to chat in the corner.
 */
export function addOverlays(): void {
  const add = (id: string, place: string, words: string) => {
    const overlay = document.createElement('div');
    overlay.id = id;
    overlay.textContent = words;
    overlay.style.cssText = `position:fixed;z-index:2147483647;background:#ffe9a8;color:#333;font:16px sans-serif;${place}`;
    document.body.append(overlay);
  };
  add('cookies', 'left:0;right:0;bottom:0;height:180px', '本网站使用 Cookie。同意 / 拒绝');
  add('notice', 'left:0;right:0;top:0;height:90px', '请下载我们的客户端');
  add('chat', 'right:12px;bottom:12px;width:64px;height:64px;border-radius:50%;background:#3a7', '客服');
}

/** What a look at the exit tells. */
export interface Reach {
  /** Points of the button's area that were tried. */
  points: number;
  /** What was hit instead, with where, at most a few. */
  missed: string[];
}

/**
 * Runs in the page: tries points of the exit's button, `grid` pixels apart, at scroll positions from the top to the bottom,
 * `step` pixels apart, as a finger would: the deepest element there has to be the button or something in it. Its round corners
 * do not belong to it.
 */
export function sweep(step: number, grid: number): Reach {
  const deepest = (x: number, y: number): Element | null => {
    let hit: Element | null = null;
    for (let root: DocumentOrShadowRoot | null = document; root;) {
      const next: Element | null = root.elementFromPoint(x, y);
      root = next === hit ? null : (next?.shadowRoot ?? null);
      hit = next ?? hit;
    }
    return hit;
  };
  const button = document.querySelector('fl-quick-exit')!.shadowRoot!.querySelector('a')!;
  const radius = parseFloat(getComputedStyle(button).borderTopLeftRadius);
  const missed: string[] = [];
  let points = 0;
  const end = Math.max(document.documentElement.scrollHeight - innerHeight, 0);
  for (let to = 0; ; to = Math.min(to + step, end)) {
    scrollTo(0, to);
    const { left, top, right, bottom } = button.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || right - left < 44 || bottom - top < 44)
      missed.push(
        `at ${to}: not whole in the window: ${left}, ${top}, ${right}, ${bottom} of ${innerWidth} x ${innerHeight}`,
      );
    for (let x = left + 1; x < right; x += grid)
      for (let y = top + 1; y < bottom; y += grid) {
        const inCorner = Math.min(x - left, right - x) < radius && Math.min(y - top, bottom - y) < radius;
        if (inCorner) continue;
        points++;
        const hit = deepest(x, y);
        // A deputy stands for it inside a modal dialog.
        const link = hit?.closest('a');
        const host = (link?.getRootNode() as ShadowRoot | undefined)?.host;
        if (host?.localName !== 'fl-quick-exit' && missed.length < 5)
          missed.push(`at ${to}: ${hit?.outerHTML.slice(0, 80) ?? 'nothing'} at ${x}, ${y}`);
      }
    if (to === end) break;
  }
  return { points, missed };
}
