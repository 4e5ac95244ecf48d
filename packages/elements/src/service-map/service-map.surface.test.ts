import { expect } from '@open-wc/testing';
import { worldX, worldY } from '@fulian/sdk/stores/service-map';
import { nextInDirection, type MapMarker } from './service-map.markers.js';
import { MapSurface, type SurfaceScene } from './service-map.surface.js';
import { tilesOf, type TileSource } from './service-map.tiles.js';
import {
  graticule,
  metresPerPixel,
  scaleBar,
  scaled,
  settled,
  toScreen,
  toWorld,
  type MapView,
  type Placement,
  type ScreenPoint,
} from './service-map.viewport.js';

const view: MapView = { x: worldX(118.41), y: worldY(27.9), zoom: 12, width: 600, height: 400 };
const scene: SurfaceScene = { labels: [], me: undefined, areas: [], tiles: [] };

/** Where a world position is seen while a plane that was drawn for `drawn` lies at `placement`. */
const seen = (drawn: MapView, { x, y, scale }: Placement, at: ScreenPoint) => {
  const point = toScreen(drawn, at.x, at.y);
  return { x: point.x * scale + x, y: point.y * scale + y };
};

describe('the map’s view', () => {
  it('finds the way from the world to the screen and back', () => {
    for (const [x, y] of [
      [0, 0],
      [600, 400],
      [17.5, 380],
    ] as const) {
      const there = toWorld(view, { x, y });
      const back = toScreen(view, there.x, there.y);
      expect(back.x).to.be.closeTo(x, 1e-6);
      expect(back.y).to.be.closeTo(y, 1e-6);
    }
  });

  it('settles at a whole zoom without a jump, and keeps what is at the fingers there', () => {
    for (const [factor, zoom] of [
      [1.9, 13],
      [0.3, 10],
      [1.1, 12],
      [40, 17],
    ] as const) {
      const anchor = { x: 480, y: 90 };
      const placement = scaled({ x: 31, y: -12, scale: 1 }, factor, anchor);
      const { view: next, from } = settled(view, placement, anchor);
      expect(next.zoom).to.equal(zoom);
      for (const at of [toWorld(view, { x: 10, y: 20 }), toWorld(view, { x: 500, y: 300 })]) {
        const before = seen(view, placement, at);
        const after = seen(next, from, at);
        expect(after.x).to.be.closeTo(before.x, 1e-4);
        expect(after.y).to.be.closeTo(before.y, 1e-4);
      }
      const under = toWorld(view, {
        x: (anchor.x - placement.x) / placement.scale,
        y: (anchor.y - placement.y) / placement.scale,
      });
      expect(toScreen(next, under.x, under.y).x).to.be.closeTo(anchor.x, 1e-4);
    }
  });

  it('measures: a round scale bar, and lines that are far enough apart', () => {
    // 40,030 km around the earth, times cos 27.9°, over 256 · 4096 px.
    expect(metresPerPixel(view)).to.be.closeTo(33.74, 0.01);
    const { metres, pixels } = scaleBar(view, 110);
    expect(metres).to.equal(2000);
    expect(pixels).to.be.closeTo(59.3, 0.1);
    const { step, meridians, parallels } = graticule(view);
    expect(step).to.equal(0.05);
    expect(meridians.length).to.be.above(2);
    expect(meridians[1]!.offset - meridians[0]!.offset).to.be.above(139);
    expect(parallels.every(({ offset }) => offset >= 0 && offset <= view.height)).to.be.true;
  });

  it('leads by arrow key to the nearest marker in that direction, and nowhere where there is none', () => {
    const points = [
      { x: 100, y: 0 },
      { x: 60, y: 50 },
      { x: 40, y: 90 },
      { x: -10, y: 2 },
    ];
    expect(nextInDirection({ x: 0, y: 0 }, { x: 1, y: 0 }, points)).to.equal(points[0]);
    expect(nextInDirection({ x: 0, y: 0 }, { x: 0, y: 1 }, points)).to.equal(points[2]);
    expect(nextInDirection({ x: 0, y: 0 }, { x: -1, y: 0 }, points)).to.equal(points[3]);
    expect(nextInDirection({ x: 0, y: 0 }, { x: 0, y: -1 }, points)).to.be.undefined;
  });

  it('covers a view with pictures, moved to their own coordinate system', () => {
    const source: TileSource = {
      templates: ['https://tiles.example/{s}/{z}/{x}/{y}.png'],
      subdomains: ['a', 'b'],
      maxZoom: 11,
      shift: ({ x, y }) => ({ x: x + 0.001, y }),
    };
    const tiles = tilesOf(view, source);
    // One step nearer than there are pictures: 512 px each.
    expect(tiles.every(({ size }) => size === 512)).to.be.true;
    expect(tiles[0]!.url).to.match(/^https:\/\/tiles\.example\/[ab]\/11\/\d+\/\d+\.png$/);
    const covers = (x: number, y: number) =>
      tiles.some((tile) => tile.x <= x && tile.y <= y && tile.x + tile.size > x && tile.y + tile.size > y);
    for (const x of [0, 300, 599]) for (const y of [0, 200, 399]) expect(covers(x, y), `${x}, ${y}`).to.be.true;
    const left = Math.min(...tiles.map(({ url }) => Number(url.split('/')[5])));
    expect(left).to.equal(Math.floor((view.x + 0.001 - 300 / (256 * 4096)) * 2 ** 11));
  });
});

describe('the map’s surface', () => {
  let container: HTMLElement;
  let surface: MapSurface;
  let views: MapView[];
  let pressed: string[];

  const marker = (key: string, dx: number, dy: number): MapMarker => ({
    key,
    x: view.x + dx / (256 * 4096),
    y: view.y + dy / (256 * 4096),
    look: 'point mediation',
    sign: '·',
    label: key,
    current: false,
  });
  const all = () => [marker('middle', 0, 0), marker('east', 120, 10), marker('south', -20, 130), marker('far', 420, 0)];
  const pointer = (type: string, x: number, y: number, more: PointerEventInit = {}) => {
    const { left, top } = container.getBoundingClientRect();
    container.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        bubbles: true,
        clientX: left + x,
        clientY: top + y,
        isPrimary: true,
        ...more,
      }),
    );
  };
  const press = (key: string) =>
    (document.activeElement ?? container).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const button = (key: string) => container.querySelector<HTMLButtonElement>(`[data-key="${key}"]`)!;
  const plane = () => container.querySelector<HTMLElement>('.plane')!;

  beforeEach(() => {
    container = document.createElement('div');
    Object.assign(container.style, { width: '600px', height: '400px', position: 'relative' });
    document.body.append(container);
    views = [];
    pressed = [];
    surface = new MapSurface(
      container,
      {
        viewed: (next) => {
          views.push(next);
          surface.show(all(), scene);
        },
        pressed: (key) => pressed.push(key),
        tilesChanged: () => undefined,
      },
      view,
    );
    surface.start();
  });
  afterEach(() => {
    surface.stop();
    container.remove();
  });

  it('has real buttons with names, of which one is a tab stop', () => {
    const buttons = [...container.querySelectorAll('button')];
    expect(buttons.map((one) => one.getAttribute('aria-label'))).to.deep.equal(['middle', 'far', 'east', 'south']);
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    button('east').click();
    expect(pressed).to.deep.equal(['east']);
  });

  it('goes from marker to marker by arrow keys, and moves on where there is none in sight', () => {
    surface.focus();
    expect(document.activeElement).to.equal(button('middle'));
    press('ArrowRight');
    expect(document.activeElement).to.equal(button('east'));
    press('ArrowLeft');
    press('ArrowDown');
    expect(document.activeElement).to.equal(button('south'));
    press('ArrowUp');
    press('ArrowRight');
    press('ArrowRight');
    expect(views[views.length - 1]!.x, 'moved to the east').to.be.above(view.x);
    expect(document.activeElement, 'and went on to what came into sight').to.equal(button('far'));
  });

  it('uses its buttons again and never has more than it showed at once', () => {
    for (let round = 0; round < 50; round += 1)
      surface.show([marker(`a${round}`, 0, 0), marker(`b${round}`, 50, 50)], scene);
    expect(container.querySelectorAll('button').length).to.be.at.most(4);
    expect(container.querySelectorAll('button:not([hidden])').length).to.equal(2);
  });

  it('moves no button and changes nothing of one for the same markers, and draws nothing anew', async () => {
    const told: MutationRecord[] = [];
    const observer = new MutationObserver((records) => told.push(...records));
    observer.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
    surface.show(all(), { ...scene });
    await Promise.resolve();
    expect(told.map(({ target, attributeName }) => `${(target as Element).className} ${attributeName}`)).to.be.empty;
    surface.show([marker('new', 0, -30), ...all().slice(1)], scene);
    await Promise.resolve();
    const buttons = [...container.querySelectorAll('button')];
    expect(buttons.map((one) => one.dataset.key)).to.deep.equal(['new', 'far', 'east', 'south']);
    expect(told.some(({ target }) => target === button('east'))).to.be.false;
    observer.disconnect();
  });

  it('keeps the keyboard on a marker that stays, and gives it to the nearest where it goes', () => {
    button('east').focus();
    surface.show([marker('new', 110, 20), marker('other', -200, -150)], scene);
    expect(document.activeElement).to.equal(button('new'));
    expect(button('new').tabIndex).to.equal(0);
  });

  it('can be moved by keyboard where there is no marker at all', () => {
    surface.show([], scene);
    expect(container.tabIndex).to.equal(0);
    surface.focus();
    press('ArrowDown');
    expect(views[views.length - 1]!.y).to.be.above(view.y);
  });

  it('moves by one CSS transform while it is dragged, and draws anew at the end', () => {
    const { length } = views;
    pointer('pointerdown', 300, 200);
    for (let step = 1; step <= 8; step += 1) pointer('pointermove', 300 + step * 10, 200);
    expect(views.length).to.equal(length);
    expect(plane().style.transform).to.equal('translate3d(80px, 0px, 0px) scale(1)');
    pointer('pointermove', 380, 200, { pointerId: 2 });
    // Held still before it is let go: no throw.
    pointer('pointerup', 380, 200);
    surface.zoomBy(0);
    const last = views[views.length - 1]!;
    expect(last.x).to.be.below(view.x);
  });

  it('does not press the marker that a drag began on', () => {
    const before = pressed.length;
    const target = button('middle');
    const { left, top } = container.getBoundingClientRect();
    const at = (x: number) => ({ pointerId: 1, bubbles: true, composed: true, clientX: left + x, clientY: top + 200 });
    target.dispatchEvent(new PointerEvent('pointerdown', at(300)));
    target.dispatchEvent(new PointerEvent('pointermove', at(340)));
    target.dispatchEvent(new PointerEvent('pointerup', at(340)));
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    expect(pressed.length).to.equal(before);
  });

  it('comes nearer by pinch, by two taps, by wheel and by key, around where the fingers are', () => {
    pointer('pointerdown', 200, 200, { pointerId: 1 });
    pointer('pointerdown', 300, 200, { pointerId: 2, isPrimary: false });
    for (let x = 300; x <= 420; x += 10) pointer('pointermove', x, 200, { pointerId: 2, isPrimary: false });
    pointer('pointerup', 420, 200, { pointerId: 2, isPrimary: false });
    pointer('pointerup', 200, 200, { pointerId: 1 });
    expect(surface.view.zoom).to.equal(13);
    for (let tap = 0; tap < 2; tap += 1) {
      pointer('pointerdown', 100, 100);
      pointer('pointerup', 100, 100);
    }
    expect(surface.view.zoom).to.equal(14);
    const wheel = (deltaY: number, init: WheelEventInit = {}) =>
      container.dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true, ...init }));
    wheel(-120);
    expect(surface.view.zoom).to.equal(15);
    surface.focus();
    press('-');
    expect(surface.view.zoom).to.equal(14);
  });

  it('leaves the wheel to the page until somebody has touched the map', () => {
    const event = new WheelEvent('wheel', { deltaY: -120, bubbles: true, cancelable: true });
    container.dispatchEvent(event);
    expect(event.defaultPrevented).to.be.false;
    expect(surface.view.zoom).to.equal(12);
    const pinch = new WheelEvent('wheel', { deltaY: -20, ctrlKey: true, bubbles: true, cancelable: true });
    // A page that is younger than the pause between two steps.
    Object.defineProperty(pinch, 'timeStamp', { value: 20 });
    container.dispatchEvent(pinch);
    expect(pinch.defaultPrevented).to.be.true;
    expect(surface.view.zoom).to.equal(13);
  });

  it('leaves nothing behind', () => {
    surface.stop();
    expect(container.childElementCount).to.equal(0);
  });
});
