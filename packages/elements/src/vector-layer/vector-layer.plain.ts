/** A style of MapLibre, as far as we look into it. */
export interface VectorStyle {
  readonly sources?: Readonly<
    Record<string, { readonly url?: string; readonly tiles?: unknown; readonly type?: string }>
  >;
}

/** What the layers of an archive are called, in the schemas that are in use, and how they look; the first that fits counts. */
const looks: readonly (readonly [RegExp, string, number])[] = [
  [/water|ocean|river|lake/, 'rgba(74, 144, 196, 0.45)', 1.2],
  [/park|wood|forest|green|grass|nature|land/, 'rgba(104, 159, 56, 0.22)', 0.5],
  [/build/, 'rgba(121, 101, 88, 0.28)', 0.5],
  [/rail|transit/, 'rgba(90, 90, 96, 0.55)', 1],
  [/road|street|transport|highway|path/, 'rgba(141, 110, 99, 0.75)', 1.6],
];

/** Never drawn by us: points, which are names and signs for the most part, and what may be a boundary (审图号). */
const leftOut = /bound|admin|border|place|poi|label|name|point|address|housenum/;

/**
 * A quiet style for an archive that comes without one: areas and lines in colours that lie well on light and dark ground, no
 * names, no boundaries.
 */
export function plainStyle(url: string, metadata: unknown): object {
  const { vector_layers: described } = (metadata ?? {}) as {
    readonly vector_layers?: readonly { readonly id: string }[];
  };
  const layers = (described ?? []).flatMap(({ id }) => {
    const [, colour, width] = looks.find(([names]) => names.test(id.toLowerCase())) ?? [];
    if (colour === undefined || leftOut.test(id.toLowerCase())) return [];
    const of = (type: 'Polygon' | 'LineString') => ['==', ['geometry-type'], type];
    const from = { source: 'archive', 'source-layer': id };
    const wider = ['interpolate', ['exponential', 1.6], ['zoom'], 8, width! / 2, 18, width! * 6];
    return [
      { id: `${id} areas`, type: 'fill', ...from, filter: of('Polygon'), paint: { 'fill-color': colour } },
      {
        id: `${id} lines`,
        type: 'line',
        ...from,
        filter: of('LineString'),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': wider },
      },
    ];
  });
  return { version: 8, sources: { archive: { type: 'vector', url } }, layers };
}

/** The style with the archive in each vector source that has no address of its own. */
export function withArchive<Style extends VectorStyle>(style: Style, url: string): Style {
  const sources = Object.entries(style.sources ?? {}).map(([name, source]) => {
    const isOpen = source.type === 'vector' && source.url === undefined && source.tiles === undefined;
    return [name, isOpen ? { ...source, url } : source] as const;
  });
  return { ...style, sources: Object.fromEntries(sources) };
}
