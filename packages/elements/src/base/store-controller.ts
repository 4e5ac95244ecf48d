import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '@fulian/sdk';

/**
 * Binds any store of the SDK to any element: the element is drawn again after each change of the store's state.
 *
 * Subscribes while the element is connected and not otherwise, so that a removed element can be collected. Give it
 * another store at any time; without one, `state` is undefined.
 */
export class StoreController<State, Bound extends Store<State> = Store<State>> implements ReactiveController {
  private bound: Bound | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly isConnected: boolean },
    store?: Bound,
  ) {
    this.bound = store;
    host.addController(this);
  }

  get store(): Bound | undefined {
    return this.bound;
  }

  set store(store: Bound | undefined) {
    if (store === this.bound) return;
    this.hostDisconnected();
    this.bound = store;
    if (this.host.isConnected) this.hostConnected();
    this.host.requestUpdate();
  }

  get state(): State | undefined {
    return this.bound?.state;
  }

  hostConnected(): void {
    this.unsubscribe ??= this.bound?.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }
}
