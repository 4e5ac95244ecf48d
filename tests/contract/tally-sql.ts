import type { BallotFacts } from '@fulian/contract/rules/council';
import type { Client } from 'pg';

/** What the second count of a ballot says; written from the rules' words in SQL, and sharing nothing with the first one. */
export interface SecondCount {
  readonly outcome: string;
  readonly winners: readonly string[];
  readonly abstained: number;
  readonly quorumNeeded: number;
  /** Absent where the rules have no threshold, or nobody knows the base. */
  readonly needed?: number;
  readonly reached?: number;
  /** By option. */
  readonly counts: Readonly<Record<string, number>>;
  /** Between whom, sorted. */
  readonly tied: readonly string[];
}

/** Ballots come as one document; `n` is which of them. */
const ballots = `
  election as (
    select n, e, e -> 'rules' as rules, e -> 'rules' ->> 'method' as method, (e ->> 'eligible')::int as eligible,
           (e ->> 'present')::int as present, coalesce((e -> 'rules' ->> 'seats')::int, 1) as seats,
           e -> 'rules' ->> 'tie' = 'lot' as by_lot
      from jsonb_array_elements($1::jsonb) with ordinality as all_of(e, n)),
  option as (
    select n, o ->> 'id' as option, place from election, jsonb_array_elements(e -> 'options') with ordinality as x(o, place)),
  lot as (
    select n, option, place from election, jsonb_array_elements_text(rules -> 'lot') with ordinality as x(option, place)),
  ballot as (
    select n, b, c as choice from election, jsonb_array_elements(e -> 'choices') with ordinality as x(c, b)),
  turnout as (
    select n, count(b)::int as cast_, count(*) filter (where choice ? 'abstain')::int as abstained
      from election left join ballot using (n) group by n),
  base as (
    select n, case rules ->> 'base' when 'eligible' then eligible when 'present' then present
                                    when 'cast' then cast_ else cast_ - abstained end as base
      from election join turnout using (n)),
  -- Tries one number after the other until it is enough.
  need as (
    select n, base, case when rules ? 'threshold' and base is not null then (
             select min(k) from generate_series(1, base + 1) as k
              where case rules #>> '{threshold,relation}'
                      when 'more-than' then k * (rules #>> '{threshold,share,denominator}')::int > (rules #>> '{threshold,share,numerator}')::int * base
                      else k * (rules #>> '{threshold,share,denominator}')::int >= (rules #>> '{threshold,share,numerator}')::int * base end) end as needed
      from election join base using (n)),
  quorum as (
    select n, needed, case when (rules ->> 'base' = 'present' or counts = 'present') and present is null then false
                           when counts = 'present' then present >= needed else cast_ >= needed end as met
      from (select n, rules, present, cast_, rules #>> '{quorum,counts}' as counts, (
                     select min(k) from generate_series(0, eligible) as k
                      where k * (rules #>> '{quorum,share,denominator}')::int >= (rules #>> '{quorum,share,numerator}')::int * eligible) as needed
              from election join turnout using (n)) as asked),
  point as (
    select n, b, option, 1 as points from ballot, jsonb_array_elements_text(choice -> 'picks') as option
    union all
    select ballot.n, b, option, coalesce((
             select (s ->> 'points')::int from jsonb_array_elements(choice -> 'scores') as s where s ->> 'option' = option), (rules #>> '{scale,min}')::int)
      from ballot join election using (n) join option using (n) where choice ? 'scores'),
  total as (
    select option.n, option, place, coalesce(sum(points), 0)::int as votes
      from option left join point using (n, option) group by option.n, option, place)`;

/** Methods that add something up. */
const sums = `with ${ballots},
  standing as (
    select total.*, seats, by_lot, rank() over (partition by n order by votes desc) as rank, count(*) over (partition by n, votes) as alike
      from total join election using (n) join need using (n) join turnout using (n)
     where method <> 'yes-no' and votes > 0 and votes >= coalesce(needed, 1)
       and (method <> 'score' or votes > (rules #>> '{scale,min}')::int * (cast_ - abstained))),
  tied as (
    select standing.*, row_number() over (partition by n order by lot.place) as drawn
      from standing left join lot using (n, option) where rank <= seats and rank + alike - 1 > seats),
  winner as (
    select n, option, rank, place from standing where rank + alike - 1 <= seats
    union all
    select n, option, rank + drawn - 1, 0 from tied where by_lot and drawn <= seats - rank + 1),
  motion as (
    select n, yes.votes as yes, yes.votes >= needed as passes,
           yes.votes < needed and yes.votes > 0 and yes.votes = no.votes and yes.votes + 1 >= needed as is_tie,
           (select option from lot where lot.n = election.n order by lot.place limit 1) as first
      from election join need using (n) join total as yes using (n) join total as no using (n)
     where method = 'yes-no' and yes.option = 'yes' and no.option = 'no')
  select abstained, quorum.needed as quorum_needed, need.needed,
         (select max(votes) from total where total.n = e.n and (e.method <> 'yes-no' or option = 'yes')) as reached,
         (select json_object_agg(option, votes) from total where total.n = e.n) as counts,
         case when not met or too_few then '{}' when method = 'yes-no' then
           case when passes or (is_tie and first = 'yes') then array['yes'] else '{}' end
         else array(select option from winner where winner.n = e.n order by rank, place) end as winners,
         case when not met or too_few then '{}' when method = 'yes-no' then
           case when is_tie then array['no', 'yes'] else '{}' end
         else array(select option from tied where tied.n = e.n order by option) end as tied,
         case when too_few then 'too-few' when not met then 'no-quorum'
              when method = 'yes-no' then case when passes or (is_tie and first = 'yes') then 'passed' when is_tie and not by_lot then 'tied' else 'failed' end
              when not by_lot and exists (select from tied where tied.n = e.n) then 'tied'
              when exists (select from winner where winner.n = e.n) then 'elected' else 'failed' end as outcome
    from (select *, rules ->> 'secrecy' = 'secret' and cast_ < 5 as too_few from election join turnout using (n)) as e
    join need using (n) join quorum using (n) left join motion using (n)
   order by e.n`;

/** Counts yes-no, single, approval and score. */
export async function countInSql(client: Client, facts: readonly BallotFacts[]): Promise<SecondCount[]> {
  const { rows } = await client.query<{
    outcome: string;
    winners: string[];
    tied: string[];
    abstained: number;
    quorum_needed: number;
    needed: number | null;
    reached: number;
    counts: Record<string, number>;
  }>(sums, [JSON.stringify(facts)]);
  return rows.map(({ quorum_needed: quorumNeeded, needed, reached, ...rest }) => ({
    ...rest,
    quorumNeeded,
    ...(needed !== null && { needed, reached }),
  }));
}

/** What the second count says of pairs. */
export interface SecondPairs {
  /** `ab` how many prefer a to b. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Which of `ab`: the strongest path from a to b is stronger than that from b to a. */
  readonly beats: readonly string[];
}

/**
 * Schulze's relation by another way than strongest paths at once: for each strength of a link – votes for it, then fewer against it – who
 * reaches whom over links that are as strong or stronger; the strongest path is the largest strength at which she still does.
 */
const pairs = `with recursive ${ballots},
  place as materialized (
    select n, b, option, at from ballot, jsonb_array_elements_text(choice -> 'ranking') with ordinality as x(option, at)),
  ranked as materialized (
    select option.n, b, option, coalesce(at, 1000) as at
      from ballot join option using (n) left join place using (n, b, option) where choice ? 'ranking'),
  preferred as materialized (
    select n, r.option as one, s.option as other, count(*)::int as votes
      from ranked as r join ranked as s using (n, b) where r.at < s.at group by n, r.option, s.option),
  pair as materialized (
    select n, one, other, coalesce(votes, 0) as votes
      from (select one.n, one.option as one, other.option as other
              from option as one join option as other on one.n = other.n and one.option <> other.option) as two
      left join preferred using (n, one, other)),
  link as materialized (
    select p.n, p.one, p.other, array[p.votes, -q.votes] as strength from pair as p join pair as q on q.n = p.n and q.one = p.other and q.other = p.one
     where p.votes > q.votes),
  reach as (
    select distinct level.n, level.strength, link.one, link.other
      from link as level join link on link.n = level.n and link.strength >= level.strength
    union
    select reach.n, reach.strength, reach.one, link.other
      from reach join link on link.n = reach.n and link.one = reach.other and link.strength >= reach.strength),
  path as materialized (
    select n, one, other, max(strength) as strength from reach where one <> other group by n, one, other)
  select (select json_object_agg(one || other, votes) from pair where pair.n = election.n) as pairs,
         array(select p.one || p.other from path as p left join path as q on q.n = p.n and q.one = p.other and q.other = p.one
                where p.n = election.n and p.strength > coalesce(q.strength, '{0,0}')) as beats
    from election order by n`;

/** Counts pairs and paths. */
export async function pairsInSql(client: Client, facts: readonly BallotFacts[]): Promise<SecondPairs[]> {
  return (await client.query<SecondPairs>(pairs, [JSON.stringify(facts)])).rows;
}
