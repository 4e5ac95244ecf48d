/** The page that all others are compared with: a heading, our elements, and one script tag for each of them. */
import { type HostPage, type Origins } from './service.js';
import { journeyNames } from './report.js';

/** The script tags of the elements as modules: with attributes such as a nonce, from a folder of the service, all of them or some. */
export const modules = (
  { service }: Origins,
  attributes = '',
  folder = 'assets',
  names: readonly string[] = ['client', ...journeyNames],
): string =>
  names.map((name) => `<script type="module" ${attributes} src="${service}/${folder}/${name}.js"></script>`).join('\n');

/** Nothing but our elements. */
export const cleanPage: HostPage = {
  markup: (origins, { driver, stage }) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${driver}
    <title>清溪县妇联</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
    <body><h1>清溪县妇女联合会</h1>${stage}${modules(origins)}</body></html>`,
};
