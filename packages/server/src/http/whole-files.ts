import type { OperationId } from '@fulian/contract/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Staff } from '../staff/staff.js';
import { Places } from './places.js';
import { addressOf } from './rate-limits.js';

/** Bytes of a file that is sent in one piece, as the contract says. */
export const wholeFileLimit = 8_388_608;
/** Operations that take one. All are for staff. */
const takingThem = ['addServicePointPhoto'] as const;
type Taking = (typeof takingThem)[number];
/** Such bodies at once, each held in memory until it is answered. */
const mostBodies = 8;

/** Whether an operation takes a whole file. */
export function takesWholeFile(operation: OperationId): operation is Taking {
  return (takingThem as readonly OperationId[]).includes(operation);
}

/** Lets whole files in: only of who works for a federation, which is found out before a byte is read, and few at a time. */
export class WholeFiles {
  readonly #places = new Places(mostBodies, mostBodies);

  constructor(private readonly staff: Staff) {}

  /** Throws `staff-refused` and `role-refused`, or `unavailable` where there is no place. */
  async admit(operation: Taking, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { staff: token = '' } = request.credentials as { readonly staff?: string };
    await this.staff.open(token, operation);
    this.#places.take(addressOf(request), reply);
  }
}
