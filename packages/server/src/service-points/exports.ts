import { writeCsv } from './csv.js';
import { fileColumns, type FileColumn } from './file-rows.js';
import { pointOf, type ServicePoint } from './point.js';
import type { FoundPoint } from './repository.js';

type Values = { readonly [Column in FileColumn]?: string | number | boolean | readonly string[] | undefined };

/** Points as a file that `importServicePoints` takes back. Of confidential ones it holds the area only (S5). */
export function writeFile(points: readonly FoundPoint[], format: 'csv' | 'geojson'): string {
  const all = points.map((one) => pointOf(one));
  return format === 'csv'
    ? writeCsv([fileColumns, ...all.map(cellsOf)])
    : JSON.stringify({ type: 'FeatureCollection', features: all.map(featureOf) });
}

function valuesOf(point: ServicePoint): Values {
  const { position, area, rating: _, sourceCrs: __, ...rest } = point;
  return {
    ...rest,
    ...(position && { ...position, crs: 'GCJ-02' }),
    ...(area && { areaLng: area.lng, areaLat: area.lat, areaRadius: area.radius }),
  };
}

function cellsOf(point: ServicePoint): string[] {
  const values = valuesOf(point);
  return fileColumns.map((column) => {
    const value = values[column];
    return value === undefined ? '' : typeof value === 'object' ? value.join(';') : String(value);
  });
}

function featureOf(point: ServicePoint): object {
  const { lng, lat, ...properties } = valuesOf(point);
  return {
    type: 'Feature',
    geometry: lng === undefined ? null : { type: 'Point', coordinates: [lng, lat] },
    properties,
  };
}
