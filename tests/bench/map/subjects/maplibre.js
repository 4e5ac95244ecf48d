import { Map as GlMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';

setWorkerUrl('/maplibre/worker.js');

let map, data, anchor;

const idle = () => new Promise((next) => map.once('idle', next));

window.bench.register({
  async start(view) {
    data = await (await fetch(`/${view.count}/geojson`)).json();
    anchor = [view.anchor.lng, view.anchor.lat];
    map = new GlMap({
      container: 'map',
      attributionControl: false,
      fadeDuration: 0,
      center: [view.lng, view.lat],
      // Its tiles are 512 px wide.
      zoom: view.zoom - 1,
      style: {
        version: 8,
        sources: {
          points: { type: 'geojson', data, cluster: true, clusterRadius: 64, clusterMaxZoom: 20, generateId: true },
        },
        layers: [
          { id: 'ground', type: 'background', paint: { 'background-color': '#f4efe8' } },
          {
            id: 'clusters',
            type: 'circle',
            source: 'points',
            filter: ['has', 'point_count'],
            paint: { 'circle-radius': 18, 'circle-color': '#345' },
          },
          {
            id: 'counts',
            type: 'symbol',
            source: 'points',
            filter: ['has', 'point_count'],
            layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 12 },
            paint: { 'text-color': '#fff' },
          },
          {
            id: 'singles',
            type: 'circle',
            source: 'points',
            filter: ['!', ['has', 'point_count']],
            paint: {
              'circle-radius': 9,
              'circle-color': ['match', ['get', 'category'], 'nursing-room', '#b35', 'womens-home', '#295', '#555'],
            },
          },
        ],
      },
    });
    await idle();
  },
  shown() {
    // What stands on the edge of a tile comes with both.
    const seen = new Map();
    for (const { id, properties } of map.querySourceFeatures('points'))
      seen.set(
        properties.cluster_id === undefined ? `point ${id}` : properties.cluster_id,
        properties.point_count ?? 1,
      );
    return [...seen.values()].reduce((sum, count) => sum + count, 0);
  },
  zoomed: () => map.getZoom() + 1,
  zoom(step) {
    map.easeTo({ zoom: map.getZoom() + step, around: anchor, duration: 0, animate: false });
    return idle();
  },
  filter(category) {
    const features =
      category === undefined
        ? data.features
        : data.features.filter(({ properties }) => properties.category === category);
    map.getSource('points').setData({ type: 'FeatureCollection', features });
    return idle();
  },
});
