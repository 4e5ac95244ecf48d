import type { VectorLibrary, VectorMap } from '../vector-layer.library.js';

/** What our adapter gives to MapLibre. */
interface FakeOptions {
  readonly container: HTMLElement;
  readonly center: [number, number];
  readonly zoom: number;
  readonly interactive: boolean;
  readonly style: unknown;
}

/** Where a map is after a call, and how it got there. */
interface Call {
  readonly name: 'jumpTo' | 'resize' | 'redraw' | 'triggerRepaint' | 'remove';
  readonly place?: { readonly center: [number, number]; readonly zoom: number };
}

/** A map of MapLibre that draws nothing and remembers what it was told. The real one is in the end-to-end tests. */
export class FakeMap implements VectorMap {
  readonly calls: Call[] = [];
  private readonly listeners = new Map<string, ((event: never) => void)[]>();

  constructor(readonly options: FakeOptions) {}

  on(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  off(type: string, listener: (event: never) => void): void {
    this.listeners.set(
      type,
      (this.listeners.get(type) ?? []).filter((one) => one !== listener),
    );
  }

  /** What MapLibre would fire. */
  fire(type: string, event: object = {}): void {
    for (const listener of this.listeners.get(type) ?? []) listener(event as never);
  }

  jumpTo(place: { readonly center: [number, number]; readonly zoom: number }): void {
    this.calls.push({ name: 'jumpTo', place });
  }

  resize(): void {
    this.calls.push({ name: 'resize' });
  }

  redraw(): void {
    this.calls.push({ name: 'redraw' });
  }

  triggerRepaint(): void {
    this.calls.push({ name: 'triggerRepaint' });
  }

  remove(): void {
    this.calls.push({ name: 'remove' });
  }

  get removed(): boolean {
    return this.calls.some(({ name }) => name === 'remove');
  }
}

/** MapLibre and pmtiles in memory; `maps` are those that were made, in order. */
export class FakeLibrary {
  readonly maps: FakeMap[] = [];
  readonly protocols: string[] = [];
  /** How often it was fetched. */
  fetched = 0;

  /** What `library` of the element is set to. */
  readonly fetch = async (): Promise<VectorLibrary> => {
    this.fetched += 1;
    const { maps, protocols } = this;
    return {
      Map: class extends FakeMap {
        constructor(options: FakeOptions) {
          super(options);
          maps.push(this);
        }
      } as unknown as VectorLibrary['Map'],
      addProtocol: (scheme: string) => void protocols.push(scheme),
      Protocol: class {
        readonly tile = undefined;
        add(): void {
          protocols.push('archive');
        }
      },
      PMTiles: class {
        async getMetadata(): Promise<unknown> {
          return { vector_layers: [{ id: 'water' }, { id: 'boundaries' }, { id: 'place_labels' }, { id: 'odd' }] };
        }
      },
    };
  };

  /** The map that is there now. */
  get map(): FakeMap {
    const map = this.maps[this.maps.length - 1];
    if (!map) throw new Error('No map was made');
    return map;
  }
}

const { getContext } = HTMLCanvasElement.prototype;

/** Whether the browser of the tests has WebGL; some of them have none on machines without a screen. */
export function pretendWebGl(there: boolean): void {
  HTMLCanvasElement.prototype.getContext = function get(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
    if (kind === 'webgl2') return there ? { getExtension: () => null } : null;
    return Reflect.apply(getContext, this, [kind, ...rest]) as unknown;
  } as typeof getContext;
}

/** As it was. */
export function restoreWebGl(): void {
  HTMLCanvasElement.prototype.getContext = getContext;
}
