declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** Something that happens later, once. */
export class Timer {
  private handle: number | undefined;

  get isSet(): boolean {
    return this.handle !== undefined;
  }

  /** Takes the place of what was to happen. */
  set(milliseconds: number, run: () => void): void {
    this.clear();
    this.handle = setTimeout(() => {
      this.handle = undefined;
      run();
    }, milliseconds);
  }

  clear(): void {
    if (this.handle !== undefined) clearTimeout(this.handle);
    this.handle = undefined;
  }
}
