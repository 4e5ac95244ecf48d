import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import 'ol/ol.css';

let map, all, source, cluster, anchor;
const colours = {
  'nursing-room': '#b35',
  'womens-home': '#295',
  mediation: '#25b',
  'legal-aid': '#a48',
  counselling: '#c82',
};
const styles = new Map();

/** One style a size and kind, as its manual does it. */
function styleOf(feature) {
  const members = feature.get('features');
  const key = members.length > 1 ? String(members.length) : members[0].get('category');
  let style = styles.get(key);
  if (!style) {
    const several = members.length > 1;
    style = new Style({
      image: new CircleStyle({
        radius: several ? 18 : 9,
        fill: new Fill({ color: several ? '#345' : (colours[key] ?? '#555') }),
      }),
      ...(several && { text: new Text({ text: key, fill: new Fill({ color: '#fff' }) }) }),
    });
    styles.set(key, style);
  }
  return style;
}

function drawn() {
  const complete = new Promise((next) => map.once('rendercomplete', next));
  map.render();
  return complete;
}

window.bench.register({
  async start(view) {
    const json = await (await fetch(`/${view.count}/geojson`)).json();
    anchor = fromLonLat([view.anchor.lng, view.anchor.lat]);
    all = new GeoJSON({ featureClass: Feature }).readFeatures(json, { featureProjection: 'EPSG:3857' });
    source = new VectorSource({ features: all });
    cluster = new Cluster({ source, distance: 64 });
    map = new OlMap({
      target: 'map',
      layers: [new VectorLayer({ source: cluster, style: styleOf })],
      view: new View({ center: fromLonLat([view.lng, view.lat]), zoom: view.zoom }),
    });
    await drawn();
  },
  shown: () => cluster.getFeatures().reduce((sum, feature) => sum + feature.get('features').length, 0),
  zoomed: () => map.getView().getZoom(),
  zoom(step) {
    map.getView().adjustZoom(step, anchor);
    return drawn();
  },
  filter(category) {
    source.clear(true);
    source.addFeatures(category === undefined ? all : all.filter((feature) => feature.get('category') === category));
    return drawn();
  },
});
