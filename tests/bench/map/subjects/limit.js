// What is left when everything is taken away: dots from typed arrays on a canvas. Nothing can be pressed, nothing is counted.
const colours = [0xff3355bb, 0xff229955, 0xffbb5522, 0xff8844aa, 0xff2288cc, 0xff555555];
const categories = ['nursing-room', 'womens-home', 'mediation', 'legal-aid', 'counselling', 'shelter'];
let context, pixels, image, view, count, x, y, category;
let left, top, zoom, only, drawn;

function draw() {
  const { width, height } = view;
  pixels.fill(0);
  drawn = 0;
  const across = 256 * 2 ** zoom;
  for (let row = 0; row < count; row++) {
    if (only >= 0 && category[row] !== only) continue;
    const px = Math.round((x[row] - left) * across);
    const py = Math.round((y[row] - top) * across);
    if (px < 1 || py < 1 || px >= width - 1 || py >= height - 1) continue;
    const colour = colours[category[row]];
    for (let line = -1; line < 2; line++) {
      const at = (py + line) * width + px;
      pixels[at - 1] = pixels[at] = pixels[at + 1] = colour;
    }
    drawn++;
  }
  context.putImageData(image, 0, 0);
}

window.bench.register({
  async start(wanted) {
    view = wanted;
    const bytes = await (await fetch(`/${view.count}/columns`)).arrayBuffer();
    ({ count, zoom } = view);
    x = new Float32Array(bytes, 0, count);
    y = new Float32Array(bytes, 4 * count, count);
    category = new Uint8Array(bytes, 8 * count, count);
    const canvas = document.createElement('canvas');
    canvas.width = view.width;
    canvas.height = view.height;
    document.getElementById('map').append(canvas);
    context = canvas.getContext('2d');
    image = context.createImageData(view.width, view.height);
    pixels = new Uint32Array(image.data.buffer);
    const sine = Math.sin((view.lat * Math.PI) / 180);
    const across = 256 * 2 ** zoom;
    left = view.lng / 360 + 0.5 - view.width / 2 / across;
    top = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) - view.height / 2 / across;
    only = -1;
    draw();
  },
  shown: () => drawn,
  zoomed: () => zoom,
  zoom(step) {
    const { anchor } = view;
    const [before, after] = [256 * 2 ** zoom, 256 * 2 ** (zoom + step)];
    left += anchor.x / before - anchor.x / after;
    top += anchor.y / before - anchor.y / after;
    zoom += step;
    draw();
  },
  filter(wanted) {
    only = wanted === undefined ? -1 : categories.indexOf(wanted);
    draw();
  },
});
