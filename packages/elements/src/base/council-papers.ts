import type { Ballot, PaperKeeper } from '@fulian/sdk/stores/ballot';
import { placeOnDevice, sweepDevice } from './device.js';

const prefix = 'fulian-ballot:';
/** Milliseconds after the end of a ballot for which she may still come and look whether hers was counted. */
const stays = 7 * 86_400_000;

/** Under which name her papers of a ballot are kept on this device. */
export function paperName(ballot: string): string {
  return prefix + ballot;
}

/**
 * Keeps her papers of a ballot on this device, with the time at which the ballot ends in front of them. `shown`: the ballot, where it is
 * known.
 */
export function paperPlace(ballot: string, shown: () => Ballot | undefined): PaperKeeper & { read(): string | null } {
  const place = placeOnDevice(paperName(ballot));
  let end = '';
  return {
    ...place,
    read() {
      const [, time = '', papers = null] = /^([^{]*)([^]*)$/.exec(place.read() ?? '') ?? [];
      end = time || end;
      return papers || null;
    },
    write(papers) {
      const closesAt = shown()?.closesAt;
      end = closesAt ? `${closesAt} ` : end;
      place.write(end + papers);
    },
  };
}

/**
 * Removes papers of ballots that have ended long ago, whoever's they are: whoever does not come back to a ballot leaves them here (S2). By
 * the time of the service, which comes with each ballot: a device whose clock is wrong must not lose a paper that may still be used.
 */
export function sweepPapers(ballots: readonly (Ballot | undefined)[]): void {
  const [time] = ballots.flatMap((one) => one?.serverTime ?? []);
  if (time !== undefined) sweepDevice(prefix, +new Date(time) - stays);
}
