/**
 * What is used of MapLibre GL JS 6 and of pmtiles 4, so that nobody needs their types who does not use them. Both are the
 * site's: it hosts or bundles them, and the elements never bring them.
 */
export interface VectorLibrary {
  /** MapLibre's. */
  readonly Map: new (options: never) => VectorMap;
  /** MapLibre's. Needed where an archive is read. */
  readonly addProtocol?: (scheme: string, load: never) => void;
  /** That of pmtiles. Needed where an archive is read. */
  readonly Protocol?: new () => { readonly tile: unknown; add(archive: never): void };
  /** That of pmtiles. Needed where an archive is read without a style. */
  readonly PMTiles?: new (url: string) => VectorArchive;
}

/** A map of MapLibre, whose own types of events are none of ours. */
export interface VectorMap {
  on(type: never, listener: never): unknown;
  off(type: never, listener: never): unknown;
  jumpTo(place: { readonly center: [number, number]; readonly zoom: number }): unknown;
  resize(): unknown;
  /** Draws at once and not in the next frame. */
  redraw(): unknown;
  /** Draws in the next frame. */
  triggerRepaint(): unknown;
  remove(): void;
}

/** An archive of pmtiles: what it says of itself. */
export interface VectorArchive {
  getMetadata(): Promise<unknown>;
}

/**
 * Why a layer does not draw. `webgl`: the browser cannot. `library`: MapLibre did not come, or is not what it should be.
 * `worker`: the page's policy forbids its worker. `data`: style or archive did not come. `late`: nothing for a long time; it
 * may still come.
 */
export type VectorFailure = 'webgl' | 'library' | 'worker' | 'data' | 'late';

/** How the page says where the library is: an address of a module, or a function that fetches it. */
export type VectorLibrarySource = string | (() => Promise<VectorLibrary>);

/** Fetches it; throws where it is not what it should be. */
export async function loadLibrary(source: VectorLibrarySource, wantsArchive: boolean): Promise<VectorLibrary> {
  const library =
    typeof source === 'string'
      ? ((await import(
          /* @vite-ignore */ /* webpackIgnore: true */ new URL(source, document.baseURI).href
        )) as VectorLibrary)
      : await source();
  if (typeof library.Map !== 'function') throw new Error('it has no Map; give MapLibre GL JS 6');
  if (wantsArchive && !(library.addProtocol && library.Protocol && library.PMTiles))
    throw new Error('it has no addProtocol, Protocol and PMTiles; give a module with MapLibre and pmtiles');
  return library;
}

/** Protocols that were added to a library, once for each: MapLibre keeps them for the whole page. */
const protocols = new WeakMap<VectorLibrary['Map'], InstanceType<NonNullable<VectorLibrary['Protocol']>>>();

/** An archive that the library reads by `pmtiles://` and its address. The library must have what it takes. */
export function openArchive({ Map, addProtocol, Protocol, PMTiles }: VectorLibrary, url: string): VectorArchive {
  let protocol = protocols.get(Map);
  if (!protocol) {
    protocol = new Protocol!();
    protocols.set(Map, protocol);
    addProtocol!('pmtiles', protocol.tile as never);
  }
  const archive = new PMTiles!(url);
  // Read once, for its description and its tiles.
  protocol.add(archive as never);
  return archive;
}
