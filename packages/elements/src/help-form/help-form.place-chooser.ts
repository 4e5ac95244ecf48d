import type { FederationSummary, HelpFormStore } from '@fulian/sdk/stores/help-form';

/** The list of places below one, and how far it has been loaded. Forgotten with the form. */
export class PlaceChooser {
  status: 'pending' | 'complete' | 'error' = 'pending';
  places: readonly FederationSummary[] = [];
  /** What she typed to find one. */
  query = '';
  private above = '';

  /** `changed` is called whenever there is something new to draw, never within a call. */
  constructor(
    private readonly store: HelpFormStore,
    private readonly changed: () => void,
  ) {}

  /** Loads the places below `above`, once. */
  show(above: string): void {
    if (above !== this.above) void this.load(above);
  }

  /** Loads them, again after an error. */
  async load(above: string): Promise<void> {
    this.above = above;
    this.query = '';
    this.places = [];
    this.status = 'pending';
    const places = await this.store.placesBelow(above).catch(() => undefined);
    // She may have gone on to another place in the meantime.
    if (this.above !== above) return;
    this.status = places ? 'complete' : 'error';
    this.places = places || [];
    this.changed();
  }

  /** The places whose name holds what she typed. */
  get found(): readonly FederationSummary[] {
    return this.places.filter(({ name }) => name.includes(this.query.trim()));
  }
}
