/** A verification as lines of words. */

const most = 50;

/** What somebody wrote, without what could steer a terminal. */
const plain = (text) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');

/** `2026-01-10T02:00:00.000Z` as `2026-01-10 10:00`. */
const inBeijing = (at) => {
  const time = new Date(Date.parse(at) + 8 * 3_600_000);
  return Number.isNaN(time.getTime()) ? plain(at) : time.toISOString().slice(0, 16).replace('T', ' ');
};

function ballotLine({ opened, state, result, recount }, words) {
  const { options, rules, motion } = opened;
  const start = `${words.quote(plain(motion.title))}[${words.secrecy[rules.secrecy]}]`;
  if (!result) return `${start} ${words.states[state] ?? state}${words.end}`;
  const titleOf = (id) => plain(options.find((option) => option.id === id)?.title ?? id);
  const names = result.outcome === 'elected' ? ` ${result.winners.map(titleOf).join(words.list)}` : '';
  const { turnout, counts, threshold } = result;
  const parts = [
    `${words.outcomes[result.outcome]}${names}`,
    words.turnout(turnout),
    ...(turnout.papers === undefined ? [] : [words.papers(turnout.papers)]),
    ...(counts.length === 0 ? [] : [counts.map(({ option, votes }) => `${titleOf(option)} ${votes}`).join(words.list)]),
    ...(threshold ? [words.needed(threshold.reached, threshold.needed)] : []),
    ...(recount ? [words.recount[recount]] : []),
  ];
  return `${start} ${parts.join(words.clause)}${words.end}`;
}

/** All that is said of a verification; `asked` tells whether a head and a key were given. */
export function reportOf(verification, words, asked) {
  const { findings, firstBroken, council, name, entries, members, head, ballots } = verification;
  const lines = [];
  if (council !== undefined) {
    lines.push(words.council(name === undefined ? words.unnamed : plain(name), plain(council)));
    if (head)
      lines.push(words.entries(entries, inBeijing(head.at)), words.head(head.seq, head.hash), words.key(head.key));
    lines.push(words.members(members), '', words.ballots(ballots.length));
    for (const ballot of ballots) lines.push(`  ${ballotLine(ballot, words)}`);
    lines.push('');
  }
  for (const { code, seq, about } of findings.slice(0, most)) {
    const where = seq === undefined ? words.wholeLog : words.entry(seq);
    lines.push(`✗ ${where}${words.findings[code]}${about === undefined ? '' : words.about(plain(about))}`);
  }
  if (findings.length > most) lines.push(words.more(findings.length - most));
  if (findings.length > 0) return [...lines, words.broken(findings.length, firstBroken)];
  lines.push(`✓ ${words.well}`);
  // What this cannot show is said as well.
  if (ballots.some(({ opened }) => opened.rules.secrecy === 'secret')) lines.push(words.secretLimit);
  if (!asked.key) lines.push(words.withoutKey);
  if (!asked.head) lines.push(words.withoutHead);
  return lines;
}
