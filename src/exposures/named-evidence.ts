import { readName } from '../credentials/names.ts';
import type { NameReading } from '../credentials/names.ts';
import { isKeptStep } from '../flow/location.ts';
import type { Step } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Credential, Evidence, Strength } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL, NOTHING_YET, seenFrom } from './credential.ts';

/** Evidence by name alone. Names of other trades say that it is none; unknown names say nothing. */
export function byName(file: SourceFile, node: Node, name: string, reading: NameReading = readName(name, file.settings.names)): Evidence {
  const strength: Strength | undefined = reading.verdict === 'credential' ? 'name' : reading.verdict === 'likely' ? 'likely' : undefined;
  if (strength === undefined) return reading.trade === undefined ? undefined : NOT_A_CREDENTIAL;
  return { node, file, name, kind: reading.kind, strength, reason: `it is ${article(reading.kind)} by its name` };
}

/** Joins what the value says with what the name says: a flow keeps its reason and takes the nearer name. */
export function named(file: SourceFile, node: Node, name: string, found: Evidence): Evidence {
  if (found === NOT_A_CREDENTIAL || found === NOTHING_YET) return found;
  const own = byName(file, node, name);
  if (found === undefined) return own;
  const evidence = seenFrom(file, found);
  // Called a CSRF token, though it came from something called a token: the nearer name is right.
  if (own === NOT_A_CREDENTIAL && evidence.strength !== 'flow') return NOT_A_CREDENTIAL;
  if (isCredential(own) && own.strength === 'name' && evidence.strength === 'likely') return own;
  const kind = isCredential(own) && own.kind !== 'token' ? own.kind : evidence.kind;
  return { ...evidence, node, file, name, kind, reason: isCredential(own) ? evidence.reason : withName(evidence, name) };
}

/** A reason that speaks of a name, where the value has another one here: `t` of `const t = answer.token`. */
function withName({ name: seen, reason }: Credential, name: string): string {
  return seen === name ? reason : reason.replace(/^it is (?=an? [\w ]+ by its name$)/, `it comes from \`${seen}\`, `);
}

/** "an access token", "a refresh token". */
export function article(noun: string): string {
  return `${/^[aeiouI]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Whether a step of a path is a place in a list, which has no name. */
export function isIndex(step: string): boolean {
  return isKeptStep(step) || /^(?:\d+|\*)$/.test(step);
}

/** Evidence by the name of the part that a path ends in. */
export function byStep(file: SourceFile, node: Node, step: Step): Evidence {
  return step === undefined || isIndex(step) ? undefined : byName(file, node, step);
}
