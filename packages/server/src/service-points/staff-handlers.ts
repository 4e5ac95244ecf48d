import type { FederationRepository } from '../federations/repository.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { Staff } from '../staff/staff.js';
import type { Edits } from './edits.js';
import { writeFile } from './exports.js';
import type { Feedback } from './feedback.js';
import type { Imports } from './imports.js';
import type { Photos } from './photos.js';
import { pointTag, withPhotos } from './point.js';
import type { FoundPoint, ServicePointRepository } from './repository.js';

/** What the handlers of staff need. */
export interface StaffPointParts {
  readonly points: ServicePointRepository;
  readonly federations: FederationRepository;
  readonly staff: Staff;
  readonly edits: Edits;
  readonly imports: Imports;
  readonly feedback: Feedback;
  readonly photos: Photos;
}

type StaffIds =
  | 'createServicePoint'
  | 'changeServicePoint'
  | 'retireServicePoint'
  | 'importServicePoints'
  | 'exportServicePoints'
  | 'listServicePointFeedback'
  | 'settleServicePointFeedback';

/** Rows that an export reads at once. */
const pageRows = 5_000;

/** Answers what staff asks of the tag `service-points`. */
export function staffPointHandlers({
  points,
  federations,
  staff,
  edits,
  imports,
  feedback,
  photos,
}: StaffPointParts): HandlersOf<StaffIds> {
  const replay = (replayed: boolean) => ({ ...(replayed && { 'Idempotent-Replayed': 'true' }) });
  return {
    async createServicePoint({ path: { code }, header, body, staff: token }) {
      const { text, replayed } = await edits.create(token, code, header['idempotency-key']!, body);
      return { text, etag: pointTag(1), headers: replay(replayed) };
    },

    async changeServicePoint({ path: { code, pointId }, header, body, staff: token }) {
      const ifMatch = header['if-match'];
      const { point, etag } = await edits.change({ token, code, id: pointId, ifMatch }, body);
      return { body: withPhotos(point, await photos.of(point)), etag };
    },

    async retireServicePoint({ path: { code, pointId }, header, staff: token }) {
      await edits.retire({ token, code, id: pointId, ifMatch: header['if-match'] });
      return {};
    },

    async importServicePoints({ path: { code }, query: { format }, header, body, staff: token }) {
      const key = header['idempotency-key']!;
      const { text, replayed } = await imports.import({ token, code, key, format, bytes: body });
      return { text, headers: replay(replayed) };
    },

    async exportServicePoints({ path: { code }, query: { format }, staff: token }) {
      await staff.openFor(token, 'exportServicePoints', code, 'federation-unknown');
      if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
      const bytes = Buffer.from(writeFile(await allOf(points, code), format), 'utf8');
      return {
        bytes,
        headers: { 'Content-Disposition': `attachment; filename="service-points.${format}"` },
      };
    },

    async listServicePointFeedback({ path: { code }, query, staff: token }) {
      return { body: await feedback.list(token, code, query) };
    },

    async settleServicePointFeedback({ path: { code, feedbackId }, body, staff: token }) {
      return { body: await feedback.settle(token, code, feedbackId, body.state) };
    },
  };
}

async function allOf(points: ServicePointRepository, code: string): Promise<FoundPoint[]> {
  const all: FoundPoint[] = [];
  for (;;) {
    const after = all.at(-1)?.id ?? '';
    const page = await points.page(code, after, pageRows);
    all.push(...page);
    if (page.length < pageRows) return all;
  }
}
