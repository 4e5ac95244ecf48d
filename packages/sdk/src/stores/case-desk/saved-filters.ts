import type { FilterKeeper, QueueFilters, SavedFilter } from './types.js';

const most = 50;
const longestName = 40;

/** Filters that a worker named. Written only when she saves or removes one, and only where the page gives a place (S2). */
export class SavedFilters {
  private list: readonly SavedFilter[] = [];

  constructor(private readonly keeper: FilterKeeper | undefined) {}

  get items(): readonly SavedFilter[] {
    return this.list;
  }

  /** Reads what was kept; what cannot be read is as if it were not there. */
  async read(standard: QueueFilters): Promise<void> {
    if (!this.keeper || this.list.length > 0) return;
    try {
      const kept: unknown = JSON.parse((await this.keeper.read()) ?? '[]');
      this.list = (Array.isArray(kept) ? kept : []).slice(0, most).flatMap((one) => savedFilter(one, standard) ?? []);
    } catch {
      this.list = [];
    }
  }

  async save(name: string, all: QueueFilters): Promise<void> {
    const { find: _, ...filters } = all;
    const trimmed = [...name.trim()].slice(0, longestName).join('');
    if (trimmed === '') return;
    const others = this.list.filter((one) => one.name !== trimmed);
    this.list = [...others, { name: trimmed, filters }].slice(-most);
    await this.write();
  }

  async remove(name: string): Promise<void> {
    this.list = this.list.filter((one) => one.name !== name);
    await this.write();
  }

  private async write(): Promise<void> {
    try {
      await this.keeper?.write(JSON.stringify(this.list));
    } catch {
      // A page that cannot keep them: they last as long as this session.
    }
  }
}

/** What was kept, as far as it is a filter: it may be older than this code. */
function savedFilter(kept: unknown, all: QueueFilters): SavedFilter | undefined {
  const { find: _, ...standard } = all;
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { name, filters } = kept as { name?: unknown; filters?: unknown };
  if (typeof name !== 'string' || typeof filters !== 'object' || filters === null) return undefined;
  const merged: Record<string, unknown> = { ...standard };
  for (const key of Object.keys(standard) as (keyof typeof standard)[]) {
    const value = (filters as Record<string, unknown>)[key];
    const isList = Array.isArray(standard[key]);
    const isText = typeof value === 'string' && value.length <= 60;
    const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
    if (isList ? isTexts : isText) merged[key] = value;
  }
  return { name, filters: merged as unknown as SavedFilter['filters'] };
}
