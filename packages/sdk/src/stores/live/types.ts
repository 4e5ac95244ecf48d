/**
 * How news arrives: `off` (nothing is open), `streaming` (as it happens), `polling` (asked for now and then, because the
 * stream broke several times), `offline` (the service does not answer; it is tried again).
 */
export type LiveState = 'off' | 'streaming' | 'polling' | 'offline';
