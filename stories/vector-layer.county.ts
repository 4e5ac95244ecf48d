/** A made-up county as a style of MapLibre: a lake, a river, woods, roads and some houses, and no boundary. GCJ-02. */

type Line = readonly (readonly [lng: number, lat: number])[];

const feature = (kind: string, type: 'LineString' | 'Polygon', line: Line) => ({
  type: 'Feature',
  properties: { kind },
  geometry: { type, coordinates: type === 'Polygon' ? [line] : line },
});

/** A blob around a place, so many degrees wide, never quite round. */
function around(lng: number, lat: number, width: number, corners = 24): Line {
  return Array.from({ length: corners + 1 }, (_, at) => {
    const angle = ((at % corners) / corners) * 2 * Math.PI;
    const radius = (width / 2) * (1 + 0.16 * Math.sin(3 * angle) + 0.07 * Math.cos(5 * angle));
    return [lng + radius * Math.cos(angle), lat + radius * 0.8 * Math.sin(angle)] as const;
  });
}

/** Houses in rows. */
function houses(lng: number, lat: number, rows: number): Line[] {
  return Array.from({ length: rows * rows }, (_, at) => {
    const west = lng + (at % rows) * 0.0022;
    const south = lat + Math.floor(at / rows) * 0.0018;
    const [east, north] = [west + 0.0013, south + 0.0009];
    return [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
  });
}

const river: Line = [
  [118.3, 27.94],
  [118.34, 27.918],
  [118.38, 27.912],
  [118.4, 27.896],
  [118.43, 27.882],
  [118.455, 27.884],
  [118.49, 27.862],
  [118.54, 27.85],
];

const roads: Line[] = [
  [
    [118.3, 27.81],
    [118.352, 27.842],
    [118.39, 27.872],
    [118.412, 27.905],
    [118.43, 27.95],
    [118.44, 28],
  ],
  [
    [118.352, 27.842],
    [118.41, 27.85],
    [118.467, 27.871],
    [118.53, 27.9],
  ],
  [
    [118.412, 27.905],
    [118.445, 27.893],
    [118.467, 27.871],
    [118.48, 27.82],
  ],
];

const data = {
  type: 'FeatureCollection',
  features: [
    feature('wood', 'Polygon', around(118.35, 27.89, 0.05)),
    feature('wood', 'Polygon', around(118.5, 27.92, 0.06)),
    feature('wood', 'Polygon', around(118.43, 27.83, 0.035)),
    feature('lake', 'Polygon', around(118.427, 27.918, 0.02)),
    feature('river', 'LineString', river),
    ...roads.map((line) => feature('road', 'LineString', line)),
    ...[...houses(118.403, 27.899, 5), ...houses(118.46, 27.866, 4), ...houses(118.347, 27.838, 4)].map((line) =>
      feature('house', 'Polygon', line),
    ),
  ],
};

const of = (kind: string) => ({ id: kind, source: 'county', filter: ['==', ['get', 'kind'], kind] });

const fill = (kind: string, colour: string) => ({ ...of(kind), type: 'fill', paint: { 'fill-color': colour } });

const line = (kind: string, colour: string, width: number) => ({
  ...of(kind),
  type: 'line',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: {
    'line-color': colour,
    'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, width / 4, 16, width * 4],
  },
});

/** The style, in colours that lie well on light and dark ground; a page would give the address of its own. */
export const county = {
  version: 8,
  sources: { county: { type: 'geojson', data } },
  layers: [
    fill('wood', 'rgba(110, 160, 70, 0.28)'),
    fill('lake', 'rgba(80, 150, 205, 0.5)'),
    line('river', 'rgba(80, 150, 205, 0.5)', 9),
    fill('house', 'rgba(150, 120, 100, 0.4)'),
    line('road', 'rgba(170, 140, 110, 0.85)', 5),
  ],
};
