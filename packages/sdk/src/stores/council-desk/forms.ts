import { findRuleFaults } from '@fulian/contract/rules/council';
import type { CallOptions, Schemas } from '../../operation-types.js';
import type { StaffClient } from '../../staff.js';
import type { DeskDrafts, DeskThings, DraftKind } from './types.js';

/** Where a form is filled in. */
export interface FormPlace {
  readonly client: StaffClient;
  readonly federation: string;
  /** Of the council on the screen; `''` where there is none. */
  readonly council: string;
}

/** How one kind of form is read, checked and stored. */
export interface Form<Kind extends DraftKind> {
  /** What must be there. */
  readonly required: readonly (keyof DeskDrafts[Kind] & string)[];
  faults?(draft: DeskDrafts[Kind]): readonly Schemas['Finding'][];
  /** What there is; `undefined` where it is not there. */
  read(place: FormPlace, id: string, options: CallOptions): Promise<DeskThings[Kind] | undefined>;
  /** A draft that would change nothing. */
  draftOf(thing: DeskThings[Kind]): DeskDrafts[Kind];
  idOf(thing: DeskThings[Kind]): string;
  create(
    place: FormPlace,
    body: DeskDrafts[Kind],
    idempotencyKey: string,
    options: CallOptions,
  ): Promise<DeskThings[Kind]>;
  change(
    place: FormPlace,
    id: string,
    body: DeskDrafts[Kind],
    etag: string,
    options: CallOptions,
  ): Promise<DeskThings[Kind]>;
}

const at = ({ council }: FormPlace) => ({ councilId: council });
const match = (etag: string) => ({ 'If-Match': etag });

const council: Form<'council'> = {
  required: ['name'],
  read: ({ client }, councilId, options) => client.getCouncil({ path: { councilId } }, options),
  draftOf: ({ name, words, state }) => ({ name, ...given({ words }), ...(state === 'ended' && { ended: true }) }),
  idOf: ({ id }) => id,
  create: ({ client, federation }, body, idempotencyKey, options) =>
    client.createCouncil({ path: { code: federation }, body, idempotencyKey }, options),
  change: ({ client }, councilId, body, etag, options) =>
    client.changeCouncil({ path: { councilId }, headers: match(etag), body }, options),
};

const member: Form<'member'> = {
  required: ['name', 'role'],
  read: async (place, id, options) => {
    const { items } = await place.client.listMembers({ path: at(place) }, options);
    return items.find((one) => one.member.id === id);
  },
  draftOf: ({ member: { name, role }, subject, leftAt }) => ({
    name,
    role,
    ...given({ subject }),
    ...(leftAt !== undefined && { left: true }),
  }),
  idOf: ({ member: { id } }) => id,
  create: (place, body, idempotencyKey, options) =>
    place.client.addMember({ path: at(place), body, idempotencyKey }, options),
  change: (place, memberId, body, etag, options) =>
    place.client.changeMember({ path: { ...at(place), memberId }, headers: match(etag), body }, options),
};

const meeting: Form<'meeting'> = {
  required: ['at', 'place'],
  read: (place, meetingId, options) => place.client.getMeeting({ path: { ...at(place), meetingId } }, options),
  draftOf: ({ meeting: one, present, minutes, publishMinutes }) => ({
    at: one.at,
    place: one.place,
    ...given({ form: one.form }),
    state: one.state,
    agenda: one.agenda,
    // An empty list would say that nobody came.
    ...(one.attendance !== undefined && { present }),
    ...given({ minutes }),
    publishMinutes,
  }),
  idOf: ({ meeting: { id } }) => id,
  create: (place, body, idempotencyKey, options) =>
    place.client.createMeeting({ path: at(place), body, idempotencyKey }, options),
  change: (place, meetingId, body, etag, options) =>
    place.client.changeMeeting({ path: { ...at(place), meetingId }, headers: match(etag), body }, options),
};

const ballot: Form<'ballot'> = {
  required: ['motion', 'rules', 'closesAt'],
  faults: ({ motion, rules, options }) => [
    ...missingIn('motion/', motion, ['title', 'words']),
    ...options.flatMap((option, index) => missingIn(`options/${index}/`, option, ['title'])),
    ...findRuleFaults(rules, options),
  ],
  read: (place, ballotId, options) => place.client.getBallotDraft({ path: { ...at(place), ballotId } }, options),
  draftOf: ({ motion, options, rules, closesAt = '', again }) => ({
    motion,
    options: rules.method === 'yes-no' ? [] : options,
    rules,
    closesAt,
    ...given({ again }),
  }),
  idOf: ({ id }) => id,
  create: (place, body, idempotencyKey, options) =>
    place.client.prepareBallot({ path: at(place), body, idempotencyKey }, options),
  change: (place, ballotId, body, etag, options) =>
    place.client.changeBallot({ path: { ...at(place), ballotId }, headers: match(etag), body }, options),
};

const resolution: Form<'resolution'> = {
  required: ['title', 'words', 'responsible', 'due'],
  read: (place, resolutionId, options) => place.client.getResolution({ path: { ...at(place), resolutionId } }, options),
  draftOf: ({ title, words, ballot: of, topic, responsible, due, notice }) => ({
    title,
    words,
    ...given({ ballot: of, topic }),
    responsible,
    due,
    ...given({ notice }),
  }),
  idOf: ({ id }) => id,
  create: (place, body, idempotencyKey, options) =>
    place.client.recordResolution({ path: at(place), body, idempotencyKey }, options),
  change: (place, resolutionId, body, etag, options) =>
    place.client.changeResolution({ path: { ...at(place), resolutionId }, headers: match(etag), body }, options),
};

/** Every kind of form. */
export const forms: { readonly [Kind in DraftKind]: Form<Kind> } = { council, member, meeting, ballot, resolution };

/** What a form is filled in with before anybody writes. */
export const emptyDrafts: { readonly [Kind in DraftKind]: Partial<DeskDrafts[Kind]> } = {
  council: {},
  member: { role: 'member' },
  meeting: { agenda: [] },
  ballot: { options: [] },
  resolution: {},
};

/** Fields that are missing or blank, as findings. */
export function missingIn(prefix: string, draft: object, required: readonly string[]): Schemas['Finding'][] {
  const values = draft as Readonly<Record<string, unknown>>;
  const isMissing = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '');
  return required
    .filter((name) => isMissing(values[name]))
    .map((name) => ({ where: `body/${prefix}${name}`, code: 'missing' }));
}

/** Without the fields that are not there. */
function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) result[name] = value;
  return result as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
