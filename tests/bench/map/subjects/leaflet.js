import L from 'leaflet';
import 'leaflet.markercluster';
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';

let map, cluster, markers, expected, anchor;

/** In pieces, as its manual says for many markers. */
function load(some) {
  expected = some.length;
  cluster.addLayers(some);
}

window.bench.register({
  async start(view) {
    const { features } = await (await fetch(`/${view.count}/geojson`)).json();
    ({ anchor } = view);
    map = L.map('map', { attributionControl: false, maxZoom: 20 }).setView([view.lat, view.lng], view.zoom, {
      animate: false,
    });
    cluster = L.markerClusterGroup({ maxClusterRadius: 64, chunkedLoading: true, animate: false }).addTo(map);
    markers = features.map(({ geometry: { coordinates }, properties: { category } }) => {
      const icon = L.divIcon({ className: `point ${category}`, iconSize: [24, 24] });
      return L.marker([coordinates[1], coordinates[0]], { icon, title: category, category });
    });
    load(markers);
  },
  isShown: () => shown() === expected,
  shown,
  zoomed: () => map.getZoom(),
  zoom: (step) => void map.setZoomAround([anchor.lat, anchor.lng], map.getZoom() + step, { animate: false }),
  async filter(category) {
    cluster.clearLayers();
    load(category === undefined ? markers : markers.filter(({ options }) => options.category === category));
    while (shown() !== expected) await new Promise((next) => requestAnimationFrame(next));
  },
});

function shown() {
  let sum = 0;
  cluster._featureGroup.eachLayer((layer) => (sum += layer.getChildCount?.() ?? 1));
  return sum;
}
