/** Our origin on its bad days, and a portal's page that tells what it lives to see. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { hostedFolder, version } from './pastes.js';

/**
 * What our origin does: `refused`: nobody listens; `held`: takes the request and says nothing until it is let go;
 * `wrong type`: a page of HTML in the place of everything; `error`: 500; `cut`: the first half, then the line is dead; `well`.
 */
export type Day = 'refused' | 'held' | 'wrong type' | 'error' | 'cut' | 'well';

async function listen(handle: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Our origin. `day` may change while it runs; files for which `spares` is true are always well. */
export class OurOrigin {
  day: Day = 'well';
  spares: (file: string) => boolean = () => false;
  /** Files that were asked for, as they were spelled. */
  readonly asked: string[] = [];
  private readonly held: ServerResponse[] = [];

  private constructor(
    private readonly server: Server,
    private readonly itsOrigin: string,
    private readonly nobody: string,
  ) {}

  static async start(): Promise<OurOrigin> {
    const { server, origin } = await listen((request, response) => ours.answer(request.url ?? '/', response));
    const gone = await listen(() => {});
    await close(gone.server);
    const ours: OurOrigin = new OurOrigin(server, origin, gone.origin);
    return ours;
  }

  /** The address that a page names; on `refused` days one where nobody listens. */
  get origin(): string {
    return this.day === 'refused' ? this.nobody : this.itsOrigin;
  }

  /** Answers what is held, and what is asked for again (Firefox does, ten times), as a proxy that has waited long enough. */
  letGo(): void {
    this.day = 'error';
    for (const response of this.held.splice(0)) response.writeHead(504).end();
  }

  async stop(): Promise<void> {
    this.letGo();
    await close(this.server);
  }

  private answer(url: string, response: ServerResponse): void {
    // As servers do: several slashes are one.
    const path = url.replace(/[?].*$/, '').replace(/\/{2,}/g, '/');
    const file = path.replace(`/assets/${version}/`, '');
    this.asked.push(url);
    response.setHeader('Access-Control-Allow-Origin', '*');
    const day = this.spares(file) ? 'well' : this.day;
    if (day === 'held') {
      this.held.push(response);
    } else if (day === 'error') {
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal Server Error');
    } else if (day === 'wrong type') {
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>Sign in to the network</title>');
    } else if (!existsSync(join(hostedFolder, file))) {
      response.writeHead(404).end();
    } else {
      const bytes = readFileSync(join(hostedFolder, file));
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Length': bytes.length });
      if (day === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      else response.end(bytes);
    }
  }
}

/** What a portal's page tells: the milestone and when, milliseconds after it was asked for. */
export type Told = Map<string, { readonly at: number; readonly detail: string }>;

const watching = (id: string) => `
  var told = {};
  function tell(name, detail) {
    if (told[name]) return;
    told[name] = true;
    fetch('/told/${id}/' + name, { method: 'POST', keepalive: true,
      body: JSON.stringify({ at: performance.now(), detail: String(detail || '') }) });
  }
  addEventListener('error', function (event) { if (event.message) tell('error', event.message); });
  addEventListener('unhandledrejection', function (event) { tell('rejection', event.reason); });
  document.addEventListener('DOMContentLoaded', function () { tell('dcl'); });
  addEventListener('load', function () { tell('load'); });
  new PerformanceObserver(function () { tell('paint'); }).observe({ type: 'paint', buffered: true });
  (function look() {
    var link = document.querySelector('fl-help-form > a');
    var box = link && link.getBoundingClientRect();
    var drawn = link && link.parentNode.shadowRoot && link.parentNode.shadowRoot.querySelector('.base');
    if (box && box.width > 0 && document.elementFromPoint(box.left + 2, box.top + box.height / 2) === link) tell('phone');
    else if (link && drawn) tell('form');
    else if (told.phone) tell('blank');
    requestAnimationFrame(look);
  })();`;

/** A portal with one page for each visit; it holds nothing that is not its own but the paste. */
export class Portal {
  private readonly visits = new Map<string, { readonly paste: string; readonly lang: string; readonly told: Told }>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<Portal> {
    const { server, origin } = await listen((request, response) => {
      const [, what = '', id = '', name = ''] = (request.url ?? '/').split('/');
      const visit = portal.visits.get(id);
      if (what === 'told' && visit) {
        let body = '';
        request.on('data', (piece) => (body += String(piece)));
        request.on('end', () => {
          visit.told.set(name, JSON.parse(body) as { at: number; detail: string });
          response.writeHead(204).end();
        });
      } else if (what === 'page' && visit) {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pageWith(id, visit));
      } else if (what === 'portal.css') {
        response.writeHead(200, { 'Content-Type': 'text/css' }).end('body { font: 16px sans-serif }');
      } else {
        response.writeHead(404).end();
      }
    });
    const portal: Portal = new Portal(server, origin);
    return portal;
  }

  /** A page in `lang` with that paste in its head: its address, and what it will tell. */
  visit(paste: string, lang: string): { readonly address: string; readonly told: Told } {
    const id = String(this.visits.size + 1);
    const told: Told = new Map();
    this.visits.set(id, { paste, lang, told });
    return { address: `${this.origin}/page/${id}`, told };
  }

  stop(): Promise<void> {
    return close(this.server);
  }
}

const pageWith = (
  id: string,
  { paste, lang }: { paste: string; lang: string },
) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<title>清溪县便民服务</title><script>${watching(id)}</script>
<link rel="stylesheet" href="/portal.css">
${paste}
</head><body><h1>清溪县妇女联合会</h1>
<fl-client base-url="/service" federation="990101000000">
<fl-help-form exit-href="/elsewhere"><a href="tel:12338">12338</a></fl-help-form>
</fl-client>
<p id="news">本页内容</p>
<script>document.getElementById('news').textContent = '新闻'; tell('script');
setTimeout(function () { tell('beat'); }, 1000);</script></body></html>`;
