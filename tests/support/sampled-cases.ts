import { createHash } from 'node:crypto';
import type { InvalidCase, RuleCases, ValidCase } from './rule-cases.ts';
import { allCases } from './rule-cases.ts';

/** Set by `npm run test:all`: every case runs in every way, not a sample of them. */
const RUNS_ALL = Boolean(process.env.HTTPONLY_ALL_CASES);

/** One case in this many is in the sample. */
const ONE_IN = 4;

/** The first cases of a rule, valid and invalid, say what it is about: these are always in. */
const ALWAYS = 6;

/** Decided by what the case is, so that it stays in or out when others come and go. */
function isInSample(rule: string, one: ValidCase): boolean {
  return createHash('sha256').update(`${rule}\n${one.name}\n${one.code}`).digest().readUInt32BE() % ONE_IN === 0;
}

function sampleOf<Case extends ValidCase>(rule: string, cases: readonly Case[]): readonly Case[] {
  return cases.filter((one, index) => index < ALWAYS || isInSample(rule, one));
}

/**
 * Cases of all rules for a test that runs them another way: `rules.test.ts` runs every case, the others the same
 * sample at each run.
 */
export function sampledCases(): RuleCases[] {
  const all = allCases();
  if (RUNS_ALL) return all;
  return all.map(({ rule, valid, invalid }) => ({ rule, valid: sampleOf(rule, valid), invalid: sampleOf<InvalidCase>(rule, invalid) }));
}
