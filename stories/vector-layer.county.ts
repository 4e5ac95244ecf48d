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

const only = (kind: string) => ['==', ['get', 'kind'], kind];
const width = (most: number) => ['interpolate', ['exponential', 1.5], ['zoom'], 9, most / 6, 16, most * 4];

/** The style; a page would give the address of its own. */
export const county = {
  version: 8,
  sources: { county: { type: 'geojson', data } },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#f3efe6' } },
    { id: 'wood', type: 'fill', source: 'county', filter: only('wood'), paint: { 'fill-color': '#d3e3c0' } },
    { id: 'lake', type: 'fill', source: 'county', filter: only('lake'), paint: { 'fill-color': '#a9cfe6' } },
    {
      id: 'river',
      type: 'line',
      source: 'county',
      filter: only('river'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '#a9cfe6', 'line-width': width(9) },
    },
    { id: 'house', type: 'fill', source: 'county', filter: only('house'), paint: { 'fill-color': '#dccfc2' } },
    {
      id: 'road-edge',
      type: 'line',
      source: 'county',
      filter: only('road'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '#cdb89f', 'line-width': width(6) },
    },
    {
      id: 'road',
      type: 'line',
      source: 'county',
      filter: only('road'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '#fffdf8', 'line-width': width(4.4) },
    },
  ],
};
