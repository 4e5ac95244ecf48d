import { modules } from '../journeys/clean-page.js';
import type { HostPage, Origins } from '../journeys/service.js';

/** How a page loads us. */
export type Way = 'modules' | 'loader' | 'classic';

/** A page that makes it hard for whoever is on it, as data. */
export interface HostilePage {
  /** What is hard about it, as the end of a sentence: "with …". */
  readonly name: string;
  /** Default: modules, one an element. */
  readonly way?: Way;
  /** Before the head begins; without a doctype it is in quirks mode. Default: a doctype. */
  readonly doctype?: string;
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** In the head, after the driver and before everything of ours. Paths of the portal are `/lib/…` and `/damage/…`. */
  readonly head?: string | ((origins: Origins) => string);
  /** In the body, before our elements. */
  readonly body?: string;
  /** After our scripts. */
  readonly foot?: string;
  /** Headers of the page. */
  readonly headers?: (origins: Origins) => Readonly<Record<string, string>>;
  /** Attributes of our script tags and the driver's, such as a nonce. */
  readonly scriptAttributes?: string;
  /** In the place of the script tags for `way`. */
  readonly scripts?: (origins: Origins) => string;
  /** It stands in a frame of another page, with these attributes of the frame. */
  readonly frame?: string;
  /** Two copies of us are on it. */
  readonly isTwice?: boolean;
  /** What the page's own scripts say or throw. */
  readonly says?: RegExp;
  /** Names that the page's own scripts add when ours use the page. */
  readonly adds?: RegExp;
  /** Files of Debian's libraries without which it is not what it claims to be. */
  readonly needs?: readonly string[];
  /** One of those that are also walked through in Firefox and WebKit in each run of the tests. */
  readonly isWorst?: boolean;
  /** Much like another page: only the long run walks through it. */
  readonly isVariation?: boolean;
}

const tags: Readonly<Record<Way, (origins: Origins, attributes: string) => string>> = {
  modules,
  loader: ({ service }, attributes) => `<script type="module" ${attributes} src="${service}/assets/fl.js"></script>`,
  classic: ({ service }, attributes) => `<script ${attributes} src="${service}/assets/fl.iife.js"></script>`,
};

/** The page as the service puts it up. */
export function hostPage(page: HostilePage): HostPage {
  const { way = 'modules', doctype = '<!doctype html>', html = 'lang="zh-CN"', scriptAttributes = '' } = page;
  const scripts = page.scripts ?? ((origins: Origins) => tags[way](origins, scriptAttributes));
  const markup: HostPage['markup'] = (
    origins,
    { driver, stage },
  ) => `${doctype}<html ${html}><head><meta charset="utf-8">
    ${driver}<title>清溪县妇联</title><meta name="viewport" content="width=device-width, initial-scale=1">
    ${typeof page.head === 'function' ? page.head(origins) : (page.head ?? '')}</head><body><h1>清溪县妇女联合会</h1>${page.body ?? ''}
    ${stage}${scripts(origins)}${page.foot ?? ''}</body></html>`;
  return {
    ...(page.headers && { headers: page.headers }),
    scriptAttributes,
    ...(page.frame === undefined
      ? { markup }
      : {
          markup: (_, { address }) => `<!doctype html><title>门户</title><body style="margin:0">
            <iframe ${page.frame} src="${address}/inside" style="position:fixed;top:0;left:0;width:100%;height:100%;border:0"></iframe>`,
          files: { inside: markup },
        }),
  };
}
